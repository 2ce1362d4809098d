package club.panamia.social.migration;

import static club.panamia.social.actor.SocialProblem.NOT_TAKING_PART;
import static club.panamia.social.migration.MigrationProblem.NOT_ALSO_KNOWN;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.outgoing.TellOfActors;
import club.panamia.social.outgoing.TellOfMoves;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who is whom elsewhere. What changes is told to other servers in the same transaction. */
@ApplicationScoped
class Migrations {

    private static final String MINE = "FROM social_actors a JOIN profiles p ON p.id = a.profile_id WHERE p.user_id = ";

    private static final String READ = "SELECT a.also_known_as, a.moved_to " + MINE + "$1";

    private static final String NAME = """
            UPDATE social_actors SET also_known_as = CAST(CAST(:aliases AS text) AS jsonb) WHERE id = (SELECT a.id %s :person) RETURNING id
            """.formatted(MINE);

    /** Where the actor elsewhere says so, as it was just read. */
    private static final String MOVE = """
            UPDATE social_actors me SET moved_to = next.uri FROM social_actors next
             WHERE me.id = (SELECT a.id %s :person) AND next.uri = :target AND next.profile_id IS NULL
               AND next.also_known_as @> jsonb_build_array(me.uri)
            RETURNING me.id
            """.formatted(MINE);

    private static final String STAY = """
            UPDATE social_actors SET moved_to = NULL WHERE id = (SELECT a.id %s :person) AND moved_to IS NOT NULL RETURNING id
            """.formatted(MINE);

    private final Pool pool;
    private final TellOfActors tellOfActors;
    private final TellOfMoves tellOfMoves;

    Migrations(Pool pool, TellOfActors tellOfActors, TellOfMoves tellOfMoves) {
        this.pool = pool;
        this.tellOfActors = tellOfActors;
        this.tellOfMoves = tellOfMoves;
    }

    Uni<Migration> of(Actor person) {
        return pool.preparedQuery(READ).execute(Tuple.of(person.userId())).map(Migrations::theOne);
    }

    private static Migration theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NOT_TAKING_PART.because("You have no actor yet.");
        }
        var row = rows.iterator().next();
        var aliases = row.getJsonArray("also_known_as").stream()
                .map(String.class::cast)
                .toList();
        return new Migration(aliases, row.getString("moved_to"));
    }

    @WithTransaction
    Uni<Void> name(Actor person, List<String> aliases) {
        return changed(NAME, person, "aliases", new JsonArray(aliases).encode())
                .onItem()
                .ifNull()
                .failWith(() -> NOT_TAKING_PART.because("You have no actor yet."))
                .chain(tellOfActors::changed);
    }

    @WithTransaction
    Uni<Void> move(Actor person, String target) {
        return changed(MOVE, person, "target", target)
                .onItem()
                .ifNull()
                .failWith(() -> NOT_ALSO_KNOWN.because("Add your id here to its other names first."))
                .call(tellOfActors::changed)
                .chain(tellOfMoves::moved);
    }

    /** Whoever has not moved stays where they are. */
    @WithTransaction
    Uni<Void> stay(Actor person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(STAY, String.class)
                        .setParameter("person", person.userId())
                        .getSingleResultOrNull())
                .chain(id -> id == null ? Uni.createFrom().voidItem() : tellOfActors.changed(id));
    }

    private static Uni<String> changed(String statement, Actor person, String name, String value) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(statement, String.class)
                        .setParameter("person", person.userId())
                        .setParameter(name, value)
                        .getSingleResultOrNull());
    }
}
