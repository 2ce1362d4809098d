package club.panamia.social.document.actor;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.document.ActivityJson;
import club.panamia.social.document.Lately;
import club.panamia.social.document.Together;
import club.panamia.social.document.Tombstones;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Actors of this server whose persons may be seen; of one who is suspended only that. */
@Singleton
class PublicActors {

    private static final String WHO = """
            SELECT %s
              FROM social_actors a
              JOIN profiles p ON p.id = a.profile_id AND p.active AND p.social_eligible
              JOIN users u ON u.id = p.user_id AND u.locked_at IS NULL
              LEFT JOIN internal.actor_key k ON k.actor_id = a.id AND k.kind = 'ed25519'
             WHERE a.id = %s
            """;

    static final String ONE = WHO.formatted(ActorDocument.COLUMNS + ", a.followers_count, a.following_count", "$1");

    /** As much of some as tells those who have them that they are still right. */
    static final String VERSIONS = WHO.formatted("a.id, a.version", "ANY($1)");

    private final Pool pool;
    private final Tombstones tombstones;
    private final Lately lately;
    private final Together versions = new Together(this::versions);
    private final Home home;

    PublicActors(Pool pool, Tombstones tombstones, Lately lately, Home home) {
        this.pool = pool;
        this.lately = lately;
        this.tombstones = tombstones;
        this.home = home;
    }

    Uni<RestResponse<String>> document(String id, @Nullable String known) {
        return lately.answer(home.actor(id), known, () -> versions.of(id), () -> whole(id));
    }

    private Uni<Map<String, String>> versions(String[] ids) {
        return pool.preparedQuery(VERSIONS)
                .execute(Tuple.of((Object) ids))
                .map(rows -> ActivityJson.tags(rows, ActorDocument::tag));
    }

    private Uni<RestResponse<String>> whole(String id) {
        return find(id).chain(rows -> rows.size() == 0
                ? tombstones.at(home.actor(id))
                : Uni.createFrom().item(whole(id, rows.iterator().next())));
    }

    /** Where people read about the actor. */
    Uni<RestResponse<Void>> page(String id) {
        return find(id).map(PublicActors::theOne)
                .map(row -> ActivityJson.page(home.profile(row.getString("username")), home.actor(id)));
    }

    /** How many there are; who they are is theirs to tell. */
    Uni<RestResponse<String>> people(String id, String collection, @Nullable String known) {
        return find(id).map(PublicActors::theOne).map(row -> {
            var many = row.getInteger(collection + "_count");
            var document = ActivityJson.document()
                    .put("id", row.getString(collection + "_url"))
                    .put("type", "OrderedCollection")
                    .put("totalItems", many);
            return ActivityJson.answer(document, "\"%d\"".formatted(many), known);
        });
    }

    private Uni<RowSet<Row>> find(String id) {
        return pool.preparedQuery(ONE).execute(Tuple.of(id));
    }

    private RestResponse<String> whole(String id, Row row) {
        return lately.whole(home.actor(id), ActorDocument.of(row, home), ActorDocument.tag(row));
    }

    private static Row theOne(RowSet<Row> rows) {
        if (rows.size() == 0 || ActorDocument.isSuspended(rows.iterator().next())) {
            throw CommonProblem.NOT_FOUND.because("There is no such actor.");
        }
        return rows.iterator().next();
    }
}
