package club.panamia.kernel.health;

import club.panamia.schema.SchemaVersion;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * Ready: the database answers within two seconds and has at least the migration that this build was made with. Looked at again
 * with every probe, so that a service recovers without a restart.
 */
@Readiness
@ApplicationScoped
class SchemaReadiness implements AsyncHealthCheck {

    private static final Logger LOG = Logger.getLogger(SchemaReadiness.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final String UNDEFINED_TABLE = "42P01";
    private static final String QUESTION = """
            SELECT EXISTS (SELECT FROM internal.databasechangelog WHERE id = $1) AS migrated,
                   (SELECT rolsuper FROM pg_roles WHERE rolname = session_user) AS superuser
            """;

    private final Pool pool;
    private final LaunchMode mode;
    private final IntConsumer exit;
    private final String needed = SchemaVersion.built().newest();
    private final AtomicReference<String> lastSaid = new AtomicReference<>("");

    @Inject
    SchemaReadiness(Pool pool) {
        this(pool, LaunchMode.current(), Quarkus::asyncExit);
    }

    SchemaReadiness(Pool pool, LaunchMode mode, IntConsumer exit) {
        this.pool = pool;
        this.mode = mode;
        this.exit = exit;
    }

    /** A superuser must not serve until somebody happens to probe. */
    void lookAtStart(@Observes StartupEvent started) {
        call().subscribe().with(ignored -> {});
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return pool.preparedQuery(QUESTION)
                .execute(Tuple.of(needed))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .map(rows -> answer(rows.iterator().next()))
                .onFailure()
                .recoverWithItem(this::notReached);
    }

    private HealthCheckResponse answer(Row row) {
        if (row.getBoolean("superuser") && mode == LaunchMode.NORMAL) {
            say("POSTGRES_URL cannot be used: its role is a superuser; a service logs in as its own role.");
            exit.accept(2);
            return down("superuser");
        }
        if (!row.getBoolean("migrated")) {
            return down("waiting for migration " + needed + ": run `bin/migrate up`");
        }
        say("");
        return HealthCheckResponse.up("schema");
    }

    private HealthCheckResponse notReached(Throwable failure) {
        if (failure instanceof PgException pg && UNDEFINED_TABLE.equals(pg.getSqlState())) {
            // Dev Services run the numbered files themselves and know no Liquibase.
            return mode == LaunchMode.DEVELOPMENT
                    ? HealthCheckResponse.up("schema")
                    : down("waiting for migration " + needed + ": the database is empty, run `bin/migrate up`");
        }
        return down("the database cannot be reached");
    }

    private HealthCheckResponse down(String why) {
        say("Not ready: " + why + ".");
        return HealthCheckResponse.named("schema")
                .down()
                .withData("reason", why)
                .build();
    }

    /** Each state is told once, not with every probe. */
    private void say(String line) {
        if (!line.equals(lastSaid.getAndSet(line)) && !line.isEmpty()) {
            LOG.warn(line);
        }
    }
}
