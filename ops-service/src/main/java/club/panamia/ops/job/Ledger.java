package club.panamia.ops.job;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.id.Ids;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who runs what, and what came of it. Each entry is a statement of its own; no transaction stays open while a job works. */
@ApplicationScoped
public class Ledger {

    private static final String REGISTER =
            "INSERT INTO internal.job (name, service) VALUES ($1, 'ops-service') ON CONFLICT (name) DO NOTHING";

    /** One statement, one winner. Whoever takes over from a process that died goes on with its run. */
    private static final String CLAIM = """
            UPDATE internal.job
               SET started_at = CASE WHEN runner IS NULL THEN now() ELSE started_at END,
                   done = CASE WHEN runner IS NULL THEN 0 ELSE done END,
                   runner = $2, leased_until = now() + interval '5 minutes'
             WHERE name = $1 AND due_at <= now() AND (leased_until IS NULL OR leased_until <= now())
            """;

    private static final String KEEP = """
            UPDATE internal.job
               SET done = done + $3, done_ever = done_ever + $3, leased_until = now() + interval '5 minutes'
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

    private static final String HURRY = "UPDATE internal.job SET due_at = now() WHERE name = $1";

    private static final String ALL = """
            SELECT name, service, due_at, runner IS NOT NULL AND leased_until > now() AS running, started_at, ended_at, done,
                   done_ever, failures, error
              FROM internal.job ORDER BY name
            """;

    private final Pool pool;
    private final String runner;

    @Inject
    Ledger(Pool pool) {
        this(pool, Ids.next());
    }

    Ledger(Pool pool, String runner) {
        this.pool = pool;
        this.runner = runner;
    }

    Uni<Void> register(Job job) {
        return pool.preparedQuery(REGISTER).execute(Tuple.of(job.name())).replaceWithVoid();
    }

    /** Whether the job is due and now this process's. */
    Uni<Boolean> claim(Job job) {
        return pool.preparedQuery(CLAIM).execute(Tuple.of(job.name(), runner)).map(claimed -> claimed.rowCount() > 0);
    }

    /** Notes what was done and goes on holding the job; fails when another process holds it by now. */
    Uni<Void> keep(Job job, int done) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(job.name(), runner, (long) done))
                .invoke(kept -> {
                    if (kept.rowCount() == 0) {
                        throw new IllegalStateException("Another process has taken " + job.name() + " over.");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Void> end(Job job, Duration every) {
        return pool.preparedQuery(END)
                .execute(Tuple.of(job.name(), runner, (double) every.toSeconds()))
                .replaceWithVoid();
    }

    Uni<Void> fail(Job job, Duration every, Throwable failure) {
        return pool.preparedQuery(FAIL)
                .execute(Tuple.of(job.name(), runner, (double) every.toSeconds(), String.valueOf(failure.getMessage())))
                .replaceWithVoid();
    }

    public Uni<Void> hurry(String name) {
        return pool.preparedQuery(HURRY)
                .execute(Tuple.of(name))
                .invoke(hurried -> {
                    if (hurried.rowCount() == 0) {
                        throw NOT_FOUND.because("There is no job '%s'.".formatted(name));
                    }
                })
                .replaceWithVoid();
    }

    public Uni<List<JobView>> all() {
        return pool.preparedQuery(ALL)
                .mapping(JobView::of)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
