package club.panamia.social.document.collection;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.request.ETag;
import club.panamia.social.audience.Audience;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.Tombstones;
import club.panamia.social.document.article.ArticleDocument;
import club.panamia.social.document.note.NoteDocument;
import club.panamia.social.document.reaction.ReactionDocument;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What an actor has said to everybody, handed on, and published as the one who speaks for an article (ActivityPub, section 5.1);
 * nothing else is in it, nor counted.
 */
@Singleton
public class Outboxes {

    /** The boosts of an actor, {@code $1}, of what everybody may read; {@code s} is the post. */
    private static final String HANDED_ON = """
            internal.boost b JOIN (%s) ON s.id = b.status_id WHERE b.actor_id = $1 AND %s AND %s
            """.formatted(Audience.FROM, Audience.FOR_EVERYBODY, Audience.MAY_SEE);

    /** The articles of an actor, {@code $1}, that are out; of one who may be seen. */
    private static final String PUBLISHED =
            "%s WHERE f.actor_id = $1 AND f.withdrawn_at IS NULL AND a.standing = 'good'"
                    .formatted(ArticleDocument.FROM);

    static final String NEWEST = Audience.viewer("$2")
            + """
            , said AS (
              SELECT s.id AS place, s.published AS moment, s.id AS status_id, CAST(NULL AS text) AS boost_uri,
                     CAST(NULL AS text) AS article_uri
                FROM %2$s
               WHERE s.actor_id = $1 AND %3$s AND (s.published, s.id) < ($3, $4) AND %4$s
               ORDER BY s.published DESC, s.id DESC LIMIT $5
            ), handed_on AS (
              SELECT b.id, b.created_at, b.status_id, b.uri, NULL
                FROM %5$s AND (b.created_at, b.id) < ($3, $4)
               ORDER BY b.created_at DESC, b.id DESC LIMIT $5
            ), published AS (
              SELECT f.id, f.created_at, NULL, NULL, f.uri
                FROM %7$s AND (f.created_at, f.id) < ($3, $4)
               ORDER BY f.created_at DESC, f.id DESC LIMIT $5
            ), newest AS (
              SELECT * FROM said
              UNION ALL
              SELECT * FROM published
              UNION ALL
              SELECT h.* FROM handed_on h WHERE EXISTS (SELECT FROM social_actors a %6$s WHERE a.id = $1 AND a.standing = 'good')
               ORDER BY moment DESC, place DESC LIMIT $5
            )
            SELECT newest.place, newest.moment, newest.boost_uri, newest.article_uri AS out_uri, me.uri AS booster_uri,
                   me.followers_url AS booster_followers,
                   to_char(newest.moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') AS boosted, %1$s
              FROM newest JOIN social_actors me ON me.id = $1 LEFT JOIN (%2$s) ON s.id = newest.status_id
             WHERE s.id IS NOT NULL OR newest.article_uri IS NOT NULL
             ORDER BY newest.moment DESC, newest.place DESC
            """.formatted(
                            NoteDocument.COLUMNS,
                            Audience.FROM,
                            Audience.FOR_EVERYBODY,
                            Audience.MAY_SEE,
                            HANDED_ON,
                            Audience.HERE,
                            PUBLISHED);

    static final String TOTAL = Audience.viewer("$2") + """
            SELECT a.status_count + (SELECT count(*) FROM %s)::int + (SELECT count(*) FROM %s)::int AS many
              FROM social_actors a
              %s
             WHERE a.id = $1 AND a.standing = 'good'
            """.formatted(HANDED_ON, PUBLISHED, Audience.HERE);

    private final Pool pool;
    private final Tombstones tombstones;
    private final Home home;

    Outboxes(Pool pool, Tombstones tombstones, Home home) {
        this.pool = pool;
        this.tombstones = tombstones;
        this.home = home;
    }

    public Uni<RestResponse<String>> collection(String actorId, @Nullable String known) {
        return pool.preparedQuery(TOTAL)
                .execute(Tuple.of(actorId, null))
                .chain(rows -> rows.size() == 0
                        ? tombstones.at(home.actor(actorId))
                        : Uni.createFrom()
                                .item(collection(actorId, rows.iterator().next(), known)));
    }

    private RestResponse<String> collection(String actorId, Row row, @Nullable String known) {
        var outbox = home.actor(actorId) + "/outbox";
        var many = row.getInteger("many");
        var document = ActivityJson.document()
                .put("id", outbox)
                .put("type", "OrderedCollection")
                .put("totalItems", many)
                .put("first", outbox + "/page");
        return ActivityJson.answer(document, "\"%d\"".formatted(many), known);
    }

    public Uni<RestResponse<String>> page(String actorId, PageQuery query, @Nullable String known) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(actorId, null, after.time(0), after.text(1), query.rows()))
                .map(rows -> page(actorId, query, rows, known));
    }

    private RestResponse<String> page(String actorId, PageQuery query, RowSet<Row> rows, @Nullable String known) {
        var page = Page.of(rows, query, Outboxes::position);
        var outbox = home.actor(actorId) + "/outbox";
        var items = new JsonArray();
        page.items().forEach(row -> items.add(activity(row)));
        var document = ActivityJson.document()
                .put(
                        "id",
                        outbox + "/page"
                                + query.after(2)
                                        .map(after -> "?cursor=" + after.encode())
                                        .orElse(""))
                .put("type", "OrderedCollectionPage")
                .put("partOf", outbox)
                .put("orderedItems", items);
        if (page.nextCursor() != null) {
            document.put("next", outbox + "/page?cursor=" + page.nextCursor());
        }
        return ActivityJson.answer(document, ETag.of(items.encode()), known);
    }

    private JsonObject activity(Row row) {
        if (row.getString("out_uri") != null) {
            return publication(row);
        }
        return row.getString("boost_uri") == null
                ? NoteDocument.creation(row, home)
                : ReactionDocument.announce(
                        row.getString("boost_uri"),
                        row.getString("booster_uri"),
                        row.getString("uri"),
                        row.getString("boosted"),
                        List.of(row.getString("booster_followers"), row.getString("actor_uri")));
    }

    /** The article itself stands under its id. */
    private static JsonObject publication(Row row) {
        var uri = row.getString("out_uri");
        return ReactionDocument.of("Create", uri + "/activity", row.getString("booster_uri"), uri)
                .put("published", row.getString("boosted"))
                .put("to", new JsonArray().add(Home.PUBLIC))
                .put("cc", new JsonArray().add(row.getString("booster_followers")));
    }

    private static Cursor position(Row row) {
        return Cursor.of(row.getOffsetDateTime("moment").toInstant(), row.getString("place"));
    }
}
