package club.panamia.engagement.announcement;

import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.validation.constraints.Pattern;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** To whom something is announced; where nothing is said, to everybody. */
@Schema(description = "To whom; what is absent makes no difference")
record Audience(
        @Nullable
        @Pattern(regexp = "^(en|es)$")
        @Schema(
                enumeration = {"en", "es"},
                description = "Whose mail is in this language")
        String language,

        @Nullable @Schema(description = "Whether they have a profile in the directory")
        Boolean withProfile,

        @Nullable Instant joinedAfter,
        @Nullable Instant joinedBefore) {

    static final Audience EVERYBODY = new Audience(null, null, null, null);

    private static final String INCLUDES = """
            u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND (%1$s IS NULL OR coalesce((SELECT p.mail_locale FROM profiles p WHERE p.user_id = u.id), 'en') = %1$s)
               AND (%2$s IS NULL OR EXISTS (SELECT FROM profiles p WHERE p.user_id = u.id AND p.active) = %2$s)
               AND (%3$s IS NULL OR u.created_at > %3$s)
               AND (%4$s IS NULL OR u.created_at < %4$s)""";

    /** Whether the person {@code u} belongs to the audience of the announcement {@code a}, as SQL. */
    static final String OF_ANNOUNCEMENT =
            INCLUDES.formatted("a.language", "a.with_profile", "a.joined_after", "a.joined_before");

    /** Whether the person {@code u} belongs to the audience whose {@link #values} are {@code $1} to {@code $4}, as SQL. */
    static final String GIVEN = INCLUDES.formatted(
            "CAST($1 AS text)", "CAST($2 AS boolean)", "CAST($3 AS timestamptz)", "CAST($4 AS timestamptz)");

    Tuple values() {
        return Tuple.of(language, withProfile, time(joinedAfter), time(joinedBefore));
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
