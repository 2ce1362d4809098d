package club.panamia.social.document;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What an actor has said to everybody (ActivityPub, section 5.1); nothing else is in it, nor counted. */
@Singleton
class Outboxes {

    static final String NEWEST =
            Audience.viewer("$2") + """
                    SELECT %s FROM %s
                     WHERE s.actor_id = $1 AND s.visibility IN ('public', 'quiet') AND (s.published, s.id) < ($3, $4) AND %s
                     ORDER BY s.published DESC, s.id DESC LIMIT $5
                    """.formatted(NoteDocument.COLUMNS, Audience.FROM, Audience.MAY_SEE);

    static final String TOTAL = """
            SELECT a.status_count FROM social_actors a
              %s
             WHERE a.id = $1 AND a.standing = 'good'
            """.formatted(Audience.SEEN);

    private final Pool pool;
    private final Tombstones tombstones;
    private final Home home;

    Outboxes(Pool pool, Tombstones tombstones, Home home) {
        this.pool = pool;
        this.tombstones = tombstones;
        this.home = home;
    }

    Uni<RestResponse<String>> collection(String actorId, @Nullable String known) {
        return pool.preparedQuery(TOTAL)
                .execute(Tuple.of(actorId))
                .chain(rows -> rows.size() == 0
                        ? tombstones.at(home.actor(actorId))
                        : Uni.createFrom()
                                .item(collection(actorId, rows.iterator().next(), known)));
    }

    private RestResponse<String> collection(String actorId, Row row, @Nullable String known) {
        var outbox = home.actor(actorId) + "/outbox";
        var many = row.getInteger("status_count");
        var document = ActivityJson.document()
                .put("id", outbox)
                .put("type", "OrderedCollection")
                .put("totalItems", many)
                .put("first", outbox + "/page");
        return ActivityJson.answer(document, "\"%d\"".formatted(many), known);
    }

    Uni<RestResponse<String>> page(String actorId, PageQuery query, @Nullable String known) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(NEWEST)
                .execute(Tuple.of(actorId, null, after.time(0), after.text(1), query.rows()))
                .map(rows -> page(actorId, query, rows, known));
    }

    private RestResponse<String> page(String actorId, PageQuery query, RowSet<Row> rows, @Nullable String known) {
        var page = Page.of(rows, query, Outboxes::position);
        var outbox = home.actor(actorId) + "/outbox";
        var items = new JsonArray();
        page.items().forEach(row -> items.add(NoteDocument.creation(row, home)));
        var document = ActivityJson.document()
                .put("id", outbox + "/page")
                .put("type", "OrderedCollectionPage")
                .put("partOf", outbox)
                .put("orderedItems", items);
        if (page.nextCursor() != null) {
            document.put("next", outbox + "/page?cursor=" + page.nextCursor());
        }
        return ActivityJson.answer(document, ActivityJson.tagOf(items.encode()), known);
    }

    private static Cursor position(Row row) {
        return Cursor.of(row.getOffsetDateTime("at").toInstant(), row.getString("id"));
    }
}
