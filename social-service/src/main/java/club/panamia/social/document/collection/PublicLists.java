package club.panamia.social.document.collection;

import club.panamia.kernel.request.ETag;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.Tombstones;
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

/** Lists of engagement-service that are for everybody, as collections (ActivityStreams vocabulary, OrderedCollection). */
@Singleton
class PublicLists {

    static final String ONE = """
            SELECT l.name, l.description, u.screenname, a.id AS actor
              FROM user_lists l
              JOIN users u ON u.id = l.owner_id AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
              LEFT JOIN profiles p ON p.user_id = u.id AND p.active AND p.social_eligible
              LEFT JOIN social_actors a ON a.profile_id = p.id
             WHERE l.id = $1 AND l.visibility = 'public'
            """;

    /** A list holds 500 things at most. Who has not joined is shown by their page. */
    static final String ITEMS = """
            SELECT u.screenname, a.id AS actor, r.slug
              FROM user_list_members m
              LEFT JOIN profiles q ON q.id = m.profile_id AND q.active
              LEFT JOIN users u ON u.id = coalesce(m.user_id, q.user_id) AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND u.screenname IS NOT NULL
              LEFT JOIN profiles p ON p.user_id = u.id AND p.active AND p.social_eligible
              LEFT JOIN social_actors a ON a.profile_id = p.id
              LEFT JOIN articles r ON r.id = m.article_id AND r.status = 'published'
             WHERE m.list_id = $1 AND (u.id IS NOT NULL OR r.id IS NOT NULL)
             ORDER BY m.position, m.id
            """;

    private final Pool pool;
    private final Tombstones tombstones;
    private final Home home;

    PublicLists(Pool pool, Tombstones tombstones, Home home) {
        this.pool = pool;
        this.tombstones = tombstones;
        this.home = home;
    }

    Uni<RestResponse<String>> document(String id, @Nullable String known) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .chain(rows -> rows.size() == 0
                        ? tombstones.at(home.list(id))
                        : collection(id, rows.iterator().next(), known));
    }

    private Uni<RestResponse<String>> collection(String id, Row list, @Nullable String known) {
        return pool.preparedQuery(ITEMS).execute(Tuple.of(id)).map(items -> collection(id, list, items, known));
    }

    private RestResponse<String> collection(String id, Row list, RowSet<Row> rows, @Nullable String known) {
        var items = new JsonArray();
        rows.forEach(row -> items.add(address(row)));
        var document = ActivityJson.document()
                .put("id", home.list(id))
                .put("type", "OrderedCollection")
                .put("name", list.getString("name"))
                .put("attributedTo", address(list))
                .put("to", new JsonArray().add(Home.PUBLIC))
                .put("totalItems", items.size())
                .put("orderedItems", items);
        if (list.getString("description") != null) {
            document.put("summary", list.getString("description"));
        }
        return ActivityJson.answer(document, ETag.of(document.encode()), known);
    }

    private String address(Row row) {
        if (row.getColumnIndex("slug") >= 0 && row.getString("slug") != null) {
            return home.article(row.getString("slug"));
        }
        return row.getString("actor") != null
                ? home.actor(row.getString("actor"))
                : home.profile(row.getString("screenname"));
    }
}
