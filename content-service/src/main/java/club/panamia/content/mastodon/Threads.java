package club.panamia.content.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** What servers said last about the linked posts; each change is one statement, and complete by itself. */
@Singleton
class Threads {

    /** What is known of the thread, and whether its server is to be asked again. */
    record Known(ThreadView view, boolean isDue) {}

    private static final String KNOWN = """
            SELECT a.mastodon_post_url, t.comments, t.read_at,
                   a.mastodon_post_url IS NOT NULL
                     AND (t.asked_at IS NULL OR t.asked_at <= now() - interval '300 s') AS due,
                   t.read_at <= now() - interval '300 s' AS stale
              FROM articles a
              LEFT JOIN internal.mastodon_thread t ON t.article_id = a.id AND t.post_url = a.mastodon_post_url
             WHERE a.slug = $1 AND a.status = 'published'
            """;

    /** For one of those who ask at once. */
    private static final String CLAIM = """
            INSERT INTO internal.mastodon_thread AS known (article_id, post_url, asked_at)
            SELECT a.id, a.mastodon_post_url, now() FROM articles a
             WHERE a.slug = $1 AND a.status = 'published' AND a.mastodon_post_url = $2
            ON CONFLICT (article_id) DO UPDATE
               SET post_url = excluded.post_url, asked_at = excluded.asked_at,
                   comments = CASE WHEN known.post_url = excluded.post_url THEN known.comments ELSE '[]' END,
                   read_at = CASE WHEN known.post_url = excluded.post_url THEN known.read_at END
             WHERE known.post_url <> excluded.post_url OR known.asked_at <= now() - interval '300 s'
            RETURNING article_id
            """;

    private static final String KEEP = """
            UPDATE internal.mastodon_thread SET comments = $3, read_at = now() WHERE article_id = $1 AND post_url = $2
            """;

    private final Pool pool;
    private final ObjectMapper json;

    Threads(Pool pool, ObjectMapper json) {
        this.pool = pool;
        this.json = json;
    }

    /** Empty where no such article is published. */
    Uni<Optional<Known>> under(String slug) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(slug))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(this::known)
                        .findFirst());
    }

    /** The article's id for whoever is to ask the post's server now; empty for everybody beside them. */
    Uni<Optional<String>> claim(String slug, String postUrl) {
        return pool.preparedQuery(CLAIM)
                .mapping(row -> row.getString("article_id"))
                .execute(Tuple.of(slug, postUrl))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).findFirst());
    }

    Uni<Void> keep(String articleId, String postUrl, List<MastodonComment> comments) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(articleId, postUrl, written(comments)))
                .replaceWithVoid();
    }

    private Known known(Row row) {
        var url = row.getString("mastodon_post_url");
        if (url == null) {
            return new Known(ThreadView.NONE, false);
        }
        var readAt = row.getOffsetDateTime("read_at");
        var view = ThreadView.of(
                url,
                read(row.getJsonArray("comments")),
                readAt == null ? null : readAt.toInstant(),
                Boolean.TRUE.equals(row.getBoolean("stale")));
        return new Known(view, row.getBoolean("due"));
    }

    private JsonArray written(List<MastodonComment> comments) {
        try {
            return new JsonArray(json.writeValueAsString(comments));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<MastodonComment> read(@org.jspecify.annotations.Nullable JsonArray comments) {
        try {
            return comments == null ? List.of() : json.readValue(comments.encode(), new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
