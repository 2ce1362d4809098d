package club.panamia.kernel.database;

import io.quarkus.arc.InjectableInstance;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * For questions whose answer may be a moment old: a read replica answers them where POSTGRES_URL_READ names one, else the primary.
 * While the replica is away the primary answers, and one question every ten seconds tries whether it is back. Sessions, rights,
 * limits and what the caller has just written are asked of the primary by its own {@link Pool}.
 */
@Singleton
public class ReadPool {

    /** The data source's name in the configuration. */
    static final String REPLICA = "replica";

    static final Duration LEFT_OUT = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(ReadPool.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private static final String REPLAYED_OVER = "40001";
    private static final String TOOK_TOO_LONG = "57014";
    private static final String BAD_VALUE = "22";

    private final Pool primary;
    private final Optional<Pool> replica;
    private final Clock clock;

    /** In milliseconds since 1970; 0 while it is asked. */
    private final AtomicLong leftOutUntil = new AtomicLong();

    @Inject
    ReadPool(Pool primary, @ReactiveDataSource(REPLICA) InjectableInstance<Pool> replica, Clock clock) {
        this(primary, replica.listActive().stream().findFirst(), clock);
    }

    ReadPool(Pool primary, Optional<Pool> replica, Clock clock) {
        this.primary = primary;
        this.replica = replica;
        this.clock = clock;
    }

    /** One SELECT, without a transaction around it. */
    public Uni<RowSet<Row>> ask(String question, Tuple values) {
        return replica.filter(pool -> isAsked())
                .map(pool -> askReplica(pool, question, values))
                .orElseGet(() -> askPrimary(question, values));
    }

    private Uni<RowSet<Row>> askReplica(Pool pool, String question, Tuple values) {
        return pool.preparedQuery(question)
                .execute(values)
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .invoke(this::isThere)
                .onFailure(failure -> !isForTheCaller(failure))
                .recoverWithUni(failure -> {
                    leaveOut(failure);
                    return askPrimary(question, values);
                });
    }

    private Uni<RowSet<Row>> askPrimary(String question, Tuple values) {
        return primary.preparedQuery(question).execute(values);
    }

    /** Whoever comes first after the pause tries; the others go past the replica meanwhile. */
    private boolean isAsked() {
        var until = leftOutUntil.get();
        var now = clock.millis();
        return until == 0 || (now >= until && leftOutUntil.compareAndSet(until, now + LEFT_OUT.toMillis()));
    }

    private void isThere() {
        if (leftOutUntil.getAndSet(0) != 0) {
            LOG.info("The read replica answers again.");
        }
    }

    /** The primary would be no better: a bad value, a question that is too big. And it shall not get what is too much for a replica. */
    private static boolean isForTheCaller(Throwable failure) {
        var state = state(failure);
        return failure instanceof ConnectionPoolTooBusyException
                || state.equals(TOOK_TOO_LONG)
                || state.startsWith(BAD_VALUE);
    }

    /** A replica that had to drop one question, since what it reads was removed on the primary, is there all the same. */
    private void leaveOut(Throwable failure) {
        var until = clock.millis() + LEFT_OUT.toMillis();
        if (!state(failure).equals(REPLAYED_OVER) && leftOutUntil.getAndSet(until) == 0) {
            LOG.warnf("The read replica does not answer, the primary does instead: %s", failure);
        }
    }

    private static String state(Throwable failure) {
        return failure instanceof PgException refused ? Objects.requireNonNullElse(refused.getSqlState(), "") : "";
    }
}
