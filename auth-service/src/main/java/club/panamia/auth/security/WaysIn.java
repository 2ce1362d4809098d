package club.panamia.auth.security;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Where and by what a person is signed in. */
@ApplicationScoped
class WaysIn {

    private final Pool pool;

    WaysIn(Pool pool) {
        this.pool = pool;
    }

    Uni<List<OpenSession>> sessionsOf(Actor person) {
        return pool.preparedQuery(OpenSession.OF_PERSON)
                .execute(Tuple.of(person.userId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> OpenSession.of(row, person))
                        .toList());
    }

    Uni<List<LinkedAccount>> accountsOf(Actor person) {
        return pool.preparedQuery(LinkedAccount.OF_PERSON)
                .execute(Tuple.of(person.userId()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(LinkedAccount::of)
                        .toList());
    }

    /** Ends one of the person's sessions; one of somebody else's does not exist. */
    Uni<Void> end(Actor person, String sessionId) {
        return pool.preparedQuery("DELETE FROM sessions WHERE public_id = $1 AND user_id = $2")
                .execute(Tuple.of(sessionId, person.userId()))
                .map(RowSet::rowCount)
                .invoke(ended -> {
                    if (ended == 0) {
                        throw NOT_FOUND.because("You have no such session; it may have ended.");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> endOthers(Actor person) {
        return pool.preparedQuery("DELETE FROM sessions WHERE user_id = $1 AND public_id <> $2")
                .execute(Tuple.of(person.userId(), person.sessionId()))
                .replaceWithVoid();
    }
}
