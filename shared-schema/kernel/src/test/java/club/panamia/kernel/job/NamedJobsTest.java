package club.panamia.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class NamedJobsTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final Sql sql = TestDatabase.get().sql();
    private final AtomicInteger left = new AtomicInteger(3);
    private final AtomicInteger steps = new AtomicInteger();

    @Inject
    Pool pool;

    @Inject
    Config config;

    private Config settings;

    @BeforeEach
    void asConfigured() {
        settings = config;
    }

    @Test
    void takesStepsUntilThereIsNothingLeftAndIsDueAgainInItsTime() {
        run("a", this::sweep);
        run("a", this::sweep);

        assertThat(steps).hasValue(4);
        assertThat(job("sweep"))
                .containsEntry("done", 3L)
                .containsEntry("done_ever", 3L)
                .containsEntry("runner", null)
                .containsEntry("error", null)
                .containsEntry("minutes", 60);
    }

    @Test
    void runsAJobInOneProcessWhenManyTryAtOnce() {
        Race.of(6, i -> () -> {
            run("p" + i, this::sweep);
            return i;
        });

        assertThat(steps).hasValue(4);
        assertThat(job("sweep")).containsEntry("done_ever", 3L);
    }

    @Test
    void leavesAJobToTheProcessThatHoldsIt() {
        held("other", "1 minute", 0);

        run("a", this::sweep);

        assertThat(steps).hasValue(0);
        assertThat(job("sweep")).containsEntry("runner", "other");
    }

    @Test
    void goesOnWithTheRunOfAProcessThatDied() {
        held("dead", "-1 second", 40);

        run("a", this::sweep);

        assertThat(job("sweep")).containsEntry("done", 43L).containsEntry("runner", null);
    }

    @Test
    void keepsToThePeriodThatIsSet() {
        settings = new SmallRyeConfigBuilder()
                .withDefaultValue("pana.jobs.each.sweep", "PT30M")
                .build();

        run("a", this::sweep);

        assertThat(job("sweep")).containsEntry("minutes", 30);
    }

    @Test
    void missesAProcessSoonerThatOughtToWorkOften() {
        var leases = new ArrayList<Object>();

        run("a", HOUR, () -> noting(leases));
        sql.run("UPDATE internal.job SET due_at = now()");
        run("a", Duration.ZERO, () -> noting(leases));

        assertThat(leases).containsExactly(5, 1);
    }

    @Test
    void isDueWithEveryCallWhereItHasNoPeriod() {
        run("a", Duration.ZERO, this::sweep);
        run("a", Duration.ZERO, this::sweep);

        assertThat(steps).hasValue(5);
    }

    @Test
    void leavesOffWhenAnotherProcessHasTakenOver() {
        run("slow", () -> {
            sql.run("UPDATE internal.job SET runner = 'other'");
            return sweep();
        });

        assertThat(steps).hasValue(1);
        assertThat(job("sweep"))
                .containsEntry("runner", "other")
                .containsEntry("done", 0L)
                .containsEntry("failures", 0);
    }

    @Test
    void tellsWhatFailedAndTriesItSooner() {
        run("a", () -> Uni.createFrom().failure(new IllegalStateException("no such luck")));

        assertThat(job("sweep"))
                .containsEntry("error", "no such luck")
                .containsEntry("failures", 1)
                .containsEntry("runner", null)
                .containsEntry("minutes", 0);
    }

    @Test
    void takesAStepThatThrowsForAFailure() {
        run("a", () -> {
            throw new IllegalStateException("at once");
        });

        assertThat(job("sweep")).containsEntry("error", "at once");
    }

    @Test
    void forgetsAFailureOnceItEndsWell() {
        run("a", () -> Uni.createFrom().failure(new IllegalStateException("once")));
        sql.run("UPDATE internal.job SET due_at = now()");

        run("a", this::sweep);

        assertThat(job("sweep")).containsEntry("error", null).containsEntry("failures", 0);
    }

    private void run(String process, Supplier<Uni<Integer>> step) {
        run(process, HOUR, step);
    }

    private void run(String process, Duration every, Supplier<Uni<Integer>> step) {
        new NamedJobs(pool, settings, "test-service", process)
                .run("sweep", every, step)
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private void held(String process, String lease, int done) {
        sql.run(
                "INSERT INTO internal.job (name, service, runner, leased_until, started_at, done)"
                        + " VALUES ('sweep', 'test-service', ?, now() + ?::interval, now(), ?)",
                process,
                lease,
                done);
    }

    /** Three things to do, one a step. */
    private Uni<Integer> sweep() {
        return Uni.createFrom().item(() -> {
            steps.incrementAndGet();
            return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 1 : 0;
        });
    }

    private Uni<Integer> noting(List<Object> leases) {
        leases.add(
                sql.one(
                        Integer.class,
                        "SELECT round(extract(epoch FROM leased_until - now()) / 60)::int FROM internal.job WHERE name = 'sweep'"));
        return Uni.createFrom().item(0);
    }

    private Map<String, Object> job(String name) {
        return sql.rows(
                        "SELECT *, round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM internal.job WHERE name = ?",
                        name)
                .getFirst();
    }
}
