package club.panamia.social.search;

import club.panamia.kernel.database.ReadPool;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.social.actor.Named;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Posts by their words, newest first, as far as they are meant for the reader. */
@Singleton
class FindPosts {

    /**
     * Whatever is looked for in every sentence of a language, or only left out, would read every post: it finds none. Words are met
     * as they stand and as both languages reduce them, so that none of them needs to be named.
     */
    private static final String QUESTION = """
            , typed AS MATERIALIZED (
              SELECT websearch_to_tsquery('simple', t.q) AS plain, websearch_to_tsquery('english', t.q) AS english,
                     websearch_to_tsquery('spanish', t.q) AS spanish
                FROM (SELECT internal.fold(CAST($5 AS text)) AS q) AS t
            ), question AS MATERIALIZED (
              SELECT plain || english || spanish AS words FROM typed
               WHERE querytree(english) NOT IN ('', 'T') AND querytree(spanish) NOT IN ('', 'T')
            )
            """;

    /** One after the other, from the newest post on, until a page is full: the planner would read all actors first. */
    private static final String AUTHOR = """
            CROSS JOIN LATERAL (SELECT a.standing, a.indexable, a.domain FROM social_actors a %s
                                 WHERE a.id = s.actor_id LIMIT 1) AS a
            """.formatted(Audience.SEEN);

    /**
     * Two years month by month, from the newest on, and then all that is older: a word that stands in every second post is found in the
     * first month, and no other is looked at. Of people elsewhere those alone are found who said that they may be, and
     * of ours all but those who said that they may not.
     */
    static final String FOUND = Audience.viewer("$4")
            + QUESTION
            + """
            , wanted AS MATERIALIZED (
              SELECT words, internal.month_of(least($8, $1, now() + interval '1 month')) AS newest FROM question
            ), found AS (
              SELECT one.id
                FROM wanted CROSS JOIN generate_series(0, 24) AS back CROSS JOIN LATERAL (
                  SELECT s.id
                    FROM (SELECT s.id, s.published, s.actor_id, s.visibility, s.is_draft, s.is_remote, s.expires_at
                            FROM social_statuses s
                           WHERE internal.post_words(s.content_warning, s.content, s.published)
                                   @@ CASE WHEN back < 24 THEN wanted.words && CAST('''@' || wanted.newest - back || '''' AS tsquery)
                                           ELSE wanted.words END
                             AND (back < 24 OR internal.month_of(s.published) <= wanted.newest - 24)
                             AND NOT s.is_draft AND (NOT s.is_remote OR s.visibility = 'public')
                             AND ($6::text IS NULL OR s.actor_id = %3$s)
                             AND s.published >= $7 AND s.published < $8 AND (s.published, s.id) < ($1, $2)
                           ORDER BY s.published DESC, s.id DESC) AS s
                    %5$s
                   WHERE CASE WHEN s.is_remote THEN a.indexable
                              ELSE a.indexable IS NOT FALSE OR s.actor_id = (SELECT id FROM me) END
                     AND %4$s
                   ORDER BY s.published DESC, s.id DESC
                   LIMIT $3) AS one
               LIMIT $3
            )
            SELECT %1$s FROM found JOIN (%2$s) ON s.id = found.id ORDER BY s.published DESC, s.id DESC
            """.formatted(StatusView.COLUMNS, Audience.FROM, Named.id("$6"), Audience.MAY_SEE, AUTHOR);

    private final ReadPool pool;
    private final MediaLinks links;
    private final Home home;

    FindPosts(ReadPool pool, MediaLinks links, Home home) {
        this.pool = pool;
        this.links = links;
        this.home = home;
    }

    Uni<Page<StatusView>> page(Actor reader, PostsQuery query) {
        var author = query.author == null || query.author.isBlank() ? null : home.handle(query.author.strip());
        return pool.ask(FOUND, values(reader, query, author))
                .map(rows -> Page.of(views(rows), query, StatusView::position));
    }

    private List<StatusView> views(RowSet<Row> rows) {
        return rows.stream().map(row -> StatusView.of(row, links)).toList();
    }

    static Tuple values(Actor reader, PostsQuery query, @Nullable String author) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return Tuple.of(after.time(0), after.text(1), query.rows(), reader.userId(), query.words())
                .addString(author)
                .addOffsetDateTime(query.begin())
                .addOffsetDateTime(query.end());
    }
}
