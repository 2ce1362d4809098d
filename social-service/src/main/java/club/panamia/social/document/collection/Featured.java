package club.panamia.social.document.collection;

import club.panamia.kernel.request.ETag;
import club.panamia.social.audience.Audience;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.Tombstones;
import club.panamia.social.document.note.NoteDocument;
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

/** What an actor shows first, as far as everybody may read it. */
@Singleton
public class Featured {

    private static final String SEEN = """
            SELECT a.uri FROM social_actors a %s WHERE a.id = $1 AND a.standing = 'good'
            """.formatted(Audience.HERE);

    static final String SHOWN =
            Audience.viewer("$2") + """
            SELECT %s
              FROM internal.pinned_status k JOIN (%s) ON s.id = k.status_id
             WHERE k.actor_id = $1 AND %s
             ORDER BY k.created_at DESC, k.id DESC
            """.formatted(NoteDocument.COLUMNS, Audience.FROM_HERE, Audience.MAY_SEE);

    private final Pool pool;
    private final Tombstones tombstones;
    private final Home home;

    Featured(Pool pool, Tombstones tombstones, Home home) {
        this.pool = pool;
        this.tombstones = tombstones;
        this.home = home;
    }

    public Uni<RestResponse<String>> collection(String actorId, @Nullable String known) {
        return pool.preparedQuery(SEEN)
                .execute(Tuple.of(actorId))
                .chain(rows -> rows.size() == 0 ? tombstones.at(home.actor(actorId)) : shown(actorId, known));
    }

    private Uni<RestResponse<String>> shown(String actorId, @Nullable String known) {
        return pool.preparedQuery(SHOWN).execute(Tuple.of(actorId, null)).map(rows -> collection(actorId, rows, known));
    }

    private RestResponse<String> collection(String actorId, RowSet<Row> rows, @Nullable String known) {
        var items = new JsonArray();
        rows.forEach(row -> items.add(NoteDocument.of(row, home)));
        var document = ActivityJson.document()
                .put("id", home.actor(actorId) + "/featured")
                .put("type", "OrderedCollection")
                .put("totalItems", items.size())
                .put("orderedItems", items);
        return ActivityJson.answer(document, ETag.of(items.encode()), known);
    }
}
