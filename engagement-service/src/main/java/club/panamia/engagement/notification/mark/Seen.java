package club.panamia.engagement.notification.mark;

import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a reader has seen: all, or what these narrow it to. */
@Schema(description = "What I have seen; without anything, all of it")
record Seen(
        @Nullable @Schema(description = "createdAt of the newest that I saw: what came later stays unread")
        Instant before,

        @Nullable @Pattern(regexp = "^(coauthor|review|article|mentoring|mention|follow|message|system|event)$")
        String context,

        @Nullable @Size(min = 1, max = 100) List<@Size(max = 64) String> ids) {

    static final Seen ALL = new Seen(null, null, null);

    private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

    @Nullable
    OffsetDateTime until() {
        if (before == null) {
            return null;
        }
        var bounded = before.isBefore(Instant.EPOCH) ? Instant.EPOCH : before.isAfter(LAST) ? LAST : before;
        return bounded.atOffset(ZoneOffset.UTC);
    }

    String @Nullable [] someIds() {
        return ids == null ? null : ids.toArray(String[]::new);
    }
}
