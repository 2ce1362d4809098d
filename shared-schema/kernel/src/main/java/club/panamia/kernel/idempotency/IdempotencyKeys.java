package club.panamia.kernel.idempotency;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Keys and the answers that they got, kept for 24 hours in the transaction of the call itself. */
@ApplicationScoped
public class IdempotencyKeys {

    /** The lock ends with the transaction, so that it is safe behind a transaction-level pooler and after a crash. */
    private static final String CLAIM = "SELECT * FROM internal.claim_idempotency_key(:number, :key)";

    private static final Duration SOON = Duration.ofSeconds(1);

    private static final String FORGET = "DELETE FROM internal.idempotency_key WHERE key = :key";

    private static final String KEEP = """
            INSERT INTO internal.idempotency_key (key, fingerprint, status, location, body)
            VALUES (:key, :fingerprint, :status, :location, :body)
            """;

    private static final String PURGE =
            "DELETE FROM internal.idempotency_key WHERE created_at < now() - interval '24 hours'";

    private final Pool pool;

    IdempotencyKeys(Pool pool) {
        this.pool = pool;
    }

    /** Forgets every key that is older than 24 hours; a job calls it. */
    public Uni<Integer> purge() {
        return pool.query(PURGE).execute().map(RowSet::rowCount);
    }

    /** Holds the key until the end of the transaction; what it was answered, if it was. Refuses while another call holds it. */
    Uni<@Nullable Answer> claim(String key) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(CLAIM, Object[].class)
                        .setParameter("number", Long.parseUnsignedLong(key.substring(0, 16), 16))
                        .setParameter("key", key)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(IdempotencyKeys::stillRunning)
                .chain(row -> Boolean.TRUE.equals(row[4])
                        ? forget(key)
                        : Uni.createFrom().item(answer(row)));
    }

    private static Problem stillRunning() {
        return IdempotencyProblem.STILL_RUNNING
                .because("Ask again in a moment to get its answer.")
                .retryAfter(SOON);
    }

    private static Uni<@Nullable Answer> forget(String key) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FORGET)
                        .setParameter("key", key)
                        .executeUpdate())
                .replaceWith((Answer) null);
    }

    private static @Nullable Answer answer(Object[] row) {
        return row[1] == null
                ? null
                : new Answer((String) row[0], ((Number) row[1]).intValue(), (String) row[2], (String) row[3]);
    }

    Uni<Void> keep(String key, Answer answer) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(KEEP)
                        .setParameter("key", key)
                        .setParameter("fingerprint", answer.fingerprint())
                        .setParameter("status", answer.status())
                        .setParameter("location", answer.location())
                        .setParameter("body", answer.body())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
