package club.panamia.kernel.database;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Named statements outlive a transaction only where the pooler knows them (PgBouncer 1.21 with {@code max_prepared_statements}) or
 * where there is none. An older one would give one client another client's statement: wrong data, silently. So whoever switches
 * the statement cache on is put to the test at start, and refused when it fails.
 */
@Singleton
class StatementCacheProbe {

    private static final Logger LOG = Logger.getLogger(StatementCacheProbe.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** An unknown or a doubled statement: what comes of a pooler that does not know named statements. */
    private static final Set<String> MIXED_UP = Set.of("26000", "42P05");

    /** Another client's statement was met; the pooler itself says everything else with this state, its database's absence too. */
    private static final String PROTOCOL_VIOLATION = "08P01";

    private static final String OF_ANOTHER = "bind message";

    private final Pool pool;
    private final boolean cached;

    StatementCacheProbe(
            Pool pool, @ConfigProperty(name = "quarkus.datasource.reactive.cache-prepared-statements") boolean cached) {
        this.pool = pool;
        this.cached = cached;
    }

    /** Asks until the database has answered: only that tells. */
    void probe(@Observes StartupEvent start) {
        if (cached) {
            crossed()
                    .ifNoItem()
                    .after(PATIENCE)
                    .fail()
                    .onFailure(failure -> !isMixedUp(failure))
                    .retry()
                    .withBackOff(PAUSE, PAUSE)
                    .indefinitely()
                    .subscribe()
                    .with(safe -> LOG.debug("The statement cache is safe here."), this::judge);
        }
    }

    /**
     * Two connections take turns. Behind a pooler in transaction mode the second finds the first one's server connection, and the
     * first, coming back while that is held, another one: where its statement is missing, or is somebody else's.
     */
    Uni<Void> crossed() {
        return pool.getConnection()
                .chain(first -> pool.getConnection()
                        .chain(second -> takeTurns(first, second).eventually(second::close))
                        .eventually(first::close));
    }

    private static Uni<Void> takeTurns(SqlConnection first, SqlConnection second) {
        return ask(first, "SELECT 1 AS one")
                .chain(() -> ask(second, "SELECT 2 AS two, 'x' AS more"))
                .chain(second::begin)
                .chain(held -> ask(second, "SELECT 2 AS two, 'x' AS more")
                        .chain(() -> ask(first, "SELECT 1 AS one"))
                        .eventually(held::rollback));
    }

    private static Uni<Void> ask(SqlConnection connection, String question) {
        return connection.preparedQuery(question).execute().replaceWithVoid();
    }

    static boolean isMixedUp(Throwable failure) {
        return failure instanceof PgException refused
                && (MIXED_UP.contains(refused.getSqlState())
                        || (PROTOCOL_VIOLATION.equals(refused.getSqlState())
                                && refused.getErrorMessage().startsWith(OF_ANOTHER)));
    }

    private void judge(Throwable failure) {
        LOG.error("DB_CACHE_STATEMENTS cannot be true here: the pooler mixes statements up. Use PgBouncer 1.21 or newer"
                + " with max_prepared_statements, or leave it false.");
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            Quarkus.asyncExit(2);
        }
    }
}
