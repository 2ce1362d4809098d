package club.panamia.social.embed;

import club.panamia.social.home.Home;
import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A post as pages elsewhere show it.
 *
 * @param content HTML
 * @param answers of which one can choose on its page; empty where it asks nothing
 * @param warning stands for all that it says and shows
 * @param profile the page about its author
 * @param secondsLeft until it is over; null where it stays
 */
record Embedded(
        String page,
        @Nullable String content,
        List<String> answers,
        @Nullable String warning,
        @Nullable String language,
        Instant published,
        String name,
        String handle,
        String profile,
        Optional<Thumbnail> thumbnail,
        @Nullable Long secondsLeft) {

    /** {@code s} and {@code a} are as in {@link club.panamia.social.audience.Audience#FROM_HERE}. */
    static final String COLUMNS = """
            s.id, s.content, s.content_warning, s.language, s.published, a.username, a.domain, coalesce(a.name, a.username) AS author,
                   (SELECT q.options FROM internal.poll q WHERE q.status_id = s.id) AS answers,
                   CAST(extract(epoch FROM s.expires_at - now()) AS bigint) AS seconds_left,
                   (SELECT jsonb_build_object('url', m.preview_url, 'width', m.width, 'height', m.height)
                      FROM social_attachments m
                     WHERE m.status_id = s.id AND m.preview_url IS NOT NULL AND m.width IS NOT NULL AND m.height IS NOT NULL
                     ORDER BY m.position LIMIT 1) AS picture
            """;

    static Embedded of(Row row, Home home) {
        var username = row.getString("username");
        var warning = row.getString("content_warning");
        var answers = row.getArrayOfStrings("answers");
        return new Embedded(
                home.post(username, row.getString("id")),
                row.getString("content"),
                answers == null ? List.of() : List.of(answers),
                warning,
                row.getString("language"),
                row.getOffsetDateTime("published").toInstant(),
                row.getString("author"),
                "@" + username + "@" + row.getString("domain"),
                home.profile(username),
                warning == null ? Thumbnail.of(row.getJsonObject("picture")) : Optional.empty(),
                row.getLong("seconds_left"));
    }
}
