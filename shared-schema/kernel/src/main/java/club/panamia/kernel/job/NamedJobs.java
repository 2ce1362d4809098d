package club.panamia.kernel.job;

import club.panamia.kernel.id.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Runs recurring work in one process at a time, and notes when it ran and what came of it: ops-service shows that, and can make a
 * job due. Each note is a statement of its own; no transaction stays open while a job works.
 */
@ApplicationScoped
public class NamedJobs {

    private static final Logger LOG = Logger.getLogger(NamedJobs.class);

    private static final String REGISTER =
            "INSERT INTO internal.job (name, service) VALUES ($1, $2) ON CONFLICT (name) DO NOTHING";

    /** One statement, one winner. Whoever takes over from a process that died goes on with its run. */
    private static final String CLAIM = """
            UPDATE internal.job
               SET started_at = CASE WHEN runner IS NULL THEN now() ELSE started_at END,
                   done = CASE WHEN runner IS NULL THEN 0 ELSE done END,
                   runner = $2, leased_until = now() + make_interval(secs => $3)
             WHERE name = $1 AND due_at <= now() AND (leased_until IS NULL OR leased_until <= now())
            """;

    private static final String KEEP = """
            UPDATE internal.job
               SET done = done + $4, done_ever = done_ever + $4, leased_until = now() + make_interval(secs => $3)
             WHERE name = $1 AND runner = $2
            """;

    private static final String END = """
            UPDATE internal.job
               SET runner = NULL, leased_until = NULL, ended_at = now(), error = NULL, failures = 0,
                   due_at = now() + make_interval(secs => $3)
             WHERE name = $1 AND runner = $2
            """;

    /** Soon again, and then less and less soon, but never later than usual. */
    private static final String FAIL = """
            UPDATE internal.job
               SET runner = NULL, leased_until = NULL, ended_at = now(), error = left($4, 500), failures = failures + 1,
                   due_at = now() + make_interval(secs => least($3, 30 * power(2, least(failures, 10))))
             WHERE name = $1 AND runner = $2
            """;

    /** As long as a job is left to a process that says nothing: whoever works often is missed sooner. */
    private static final Duration LONG_LEASE = Duration.ofMinutes(5);

    private static final Duration SHORT_LEASE = Duration.ofMinutes(1);

    private final Pool pool;
    private final Config config;
    private final String service;
    private final String runner;

    @Inject
    NamedJobs(Pool pool, Config config, @ConfigProperty(name = "quarkus.application.name") String service) {
        this(pool, config, service, Ids.next());
    }

    NamedJobs(Pool pool, Config config, String service, String runner) {
        this.pool = pool;
        this.config = config;
        this.service = service;
        this.runner = runner;
    }

    /**
     * Runs a job if its time has come and no other process runs it; call it more often than that. A job that fails is noted and
     * tried again sooner, and does not fail the caller.
     *
     * @param name kebab-case, and no other service's
     * @param usually how long after its end it is due again, where {@code pana.jobs.each.NAME} does not say so; zero makes it due
     *     with every call
     * @param step does a bounded part of what is due and says how much that was: it is called again until it was nothing, maybe
     *     by another process
     */
    public Uni<Void> run(String name, Duration usually, Supplier<Uni<Integer>> step) {
        var every = config.getOptionalValue("pana.jobs.each." + name, Duration.class)
                .orElse(usually);
        return pool.preparedQuery(REGISTER)
                .execute(Tuple.of(name, service))
                .chain(() -> pool.preparedQuery(CLAIM).execute(Tuple.of(name, runner, lease(every))))
                .chain(claimed -> claimed.rowCount() > 0
                        ? toTheEnd(name, every, step)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> toTheEnd(String name, Duration every, Supplier<Uni<Integer>> step) {
        return Uni.createFrom()
                .deferred(step::get)
                .call(done -> keep(name, every, done))
                .repeat()
                .whilst(done -> done > 0)
                .onItem()
                .ignoreAsUni()
                .chain(() -> pool.preparedQuery(END).execute(Tuple.of(name, runner, seconds(every))))
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> failed(name, every, failure));
    }

    /** Goes on holding the job; fails when another process holds it by now. */
    private Uni<Void> keep(String name, Duration every, int done) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(name, runner, lease(every), (long) done))
                .invoke(kept -> {
                    if (kept.rowCount() == 0) {
                        throw new IllegalStateException("Another process has taken " + name + " over.");
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Void> failed(String name, Duration every, Throwable failure) {
        LOG.warnf("The job %s failed: %s", name, failure.getMessage());
        return pool.preparedQuery(FAIL)
                .execute(Tuple.of(name, runner, seconds(every), String.valueOf(failure.getMessage())))
                .replaceWithVoid();
    }

    private static double lease(Duration every) {
        return seconds(every.compareTo(SHORT_LEASE) < 0 ? SHORT_LEASE : LONG_LEASE);
    }

    private static double seconds(Duration every) {
        return every.toMillis() / 1000.0;
    }
}
