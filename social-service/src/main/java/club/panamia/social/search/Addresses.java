package club.panamia.social.search;

import club.panamia.social.effect.post.FetchNote;
import club.panamia.social.remote.Documents;
import club.panamia.social.remote.RemoteActors;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Set;

/** What stands at an address: somebody or a post, of this server or another one. */
@Singleton
class Addresses {

    private static final Set<String> ACTORS = Set.of("Person", "Organization", "Group", "Service", "Application");

    /** By ids; the address of a page leads to one. */
    private static final String KNOWN = """
            SELECT id, true AS actor FROM social_actors WHERE uri = $1 AND (profile_id IS NOT NULL OR fetched_at IS NOT NULL)
            UNION ALL
            SELECT id, false FROM social_statuses WHERE uri = $1 AND NOT is_draft
            """;

    private final Pool pool;
    private final Documents documents;
    private final RemoteActors actors;
    private final FetchNote fetchNote;

    Addresses(Pool pool, Documents documents, RemoteActors actors, FetchNote fetchNote) {
        this.pool = pool;
        this.documents = documents;
        this.actors = actors;
        this.fetchNote = fetchNote;
    }

    /** Outside any transaction. */
    Uni<Found> at(String address) {
        return pool.preparedQuery(KNOWN)
                .execute(Tuple.of(address))
                .map(rows -> rows.stream().map(Found::of).findFirst())
                .chain(known -> known.isPresent() ? Uni.createFrom().item(known.get()) : ask(address));
    }

    private Uni<Found> ask(String address) {
        return documents.at(address).chain(this::keep);
    }

    private Uni<Found> keep(JsonObject document) {
        return ACTORS.contains(Ld.type(document))
                ? actors.shown(document).map(id -> new Found(id, true))
                : fetchNote.keep(document).map(id -> new Found(id, false));
    }

    /** An actor or a post, by its id here. */
    record Found(String id, boolean isActor) {

        static Found of(Row row) {
            return new Found(row.getString("id"), row.getBoolean("actor"));
        }
    }
}
