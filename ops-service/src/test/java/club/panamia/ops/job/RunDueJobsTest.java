package club.panamia.ops.job;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RunDueJobsTest {

    private record Every(Duration usuallyEvery, Map<String, Duration> each) implements JobSettings {}

    private static final JobSettings HOURLY = new Every(Duration.ofHours(1), Map.of("often", Duration.ofMinutes(1)));

    private final Sql sql = TestDatabase.get().sql();
    private final AtomicInteger left = new AtomicInteger(3);
    private final AtomicInteger steps = new AtomicInteger();

    @Inject
    Pool pool;

    @Test
    void takesStepsUntilThereIsNothingLeftAndIsDueAgainInItsTime() {
        var runner = process("a", sweeping("sweep"));

        runner.run().await().atMost(Duration.ofSeconds(10));
        runner.run().await().atMost(Duration.ofSeconds(10));

        assertThat(steps).hasValue(4);
        assertThat(job("sweep"))
                .containsEntry("done", 3L)
                .containsEntry("done_ever", 3L)
                .containsEntry("runner", null)
                .containsEntry("error", null)
                .containsEntry("minutes", 60);
    }

    @Test
    void givesAJobThePeriodThatIsSetForIt() {
        process("a", sweeping("often")).run().await().atMost(Duration.ofSeconds(10));

        assertThat(job("often")).containsEntry("minutes", 1);
    }

    @Test
    void runsAJobInOneProcessWhenManyTryAtOnce() {
        var processes = IntStream.range(0, 6)
                .mapToObj(i -> process("p" + i, sweeping("sweep")))
                .toList();

        Race.of(6, i -> () -> processes.get(i).run().await().atMost(Duration.ofSeconds(20)));

        assertThat(steps).hasValue(4);
        assertThat(job("sweep")).containsEntry("done_ever", 3L);
    }

    @Test
    void leavesAJobToTheProcessThatHoldsIt() {
        var sweep = sweeping("sweep");
        var other = new Ledger(pool, "other");
        other.register(sweep).chain(() -> other.claim(sweep)).await().atMost(Duration.ofSeconds(10));

        process("a", sweep).run().await().atMost(Duration.ofSeconds(10));

        assertThat(steps).hasValue(0);
        assertThat(job("sweep")).containsEntry("runner", "other");
    }

    @Test
    void goesOnWithTheRunOfAProcessThatDied() {
        var sweep = sweeping("sweep");
        var dead = new Ledger(pool, "dead");
        dead.register(sweep)
                .chain(() -> dead.claim(sweep))
                .chain(() -> dead.keep(sweep, 40))
                .await()
                .atMost(Duration.ofSeconds(10));
        sql.run("UPDATE internal.job SET leased_until = now() - interval '1 second'");

        process("a", sweep).run().await().atMost(Duration.ofSeconds(10));

        assertThat(job("sweep")).containsEntry("done", 43L).containsEntry("runner", null);
        assertThat(dead.keep(sweep, 1)
                        .onItem()
                        .transform(kept -> "kept")
                        .onFailure()
                        .recoverWithItem("lost")
                        .await()
                        .atMost(Duration.ofSeconds(10)))
                .isEqualTo("lost");
    }

    @Test
    void tellsWhatFailedTriesItSoonerAndRunsTheOthers() {
        var broken = new Job("broken", () -> Uni.createFrom().failure(new IllegalStateException("no such luck")));

        process("a", broken, sweeping("sweep")).run().await().atMost(Duration.ofSeconds(10));

        assertThat(job("broken"))
                .containsEntry("error", "no such luck")
                .containsEntry("failures", 1)
                .containsEntry("runner", null)
                .containsEntry("minutes", 0);
        assertThat(job("sweep")).containsEntry("done", 3L);
    }

    @Test
    void forgetsAFailureOnceItEndsWell() {
        var fails = new AtomicInteger(1);
        var shaky = new Job(
                "shaky",
                () -> fails.getAndDecrement() > 0
                        ? Uni.createFrom().failure(new IllegalStateException("once"))
                        : Uni.createFrom().item(0));
        process("a", shaky).run().await().atMost(Duration.ofSeconds(10));
        sql.run("UPDATE internal.job SET due_at = now()");

        process("a", shaky).run().await().atMost(Duration.ofSeconds(10));

        assertThat(job("shaky")).containsEntry("error", null).containsEntry("failures", 0);
    }

    private RunDueJobs process(String name, Job... jobs) {
        return new RunDueJobs(List.of(jobs), new Ledger(pool, name), HOURLY);
    }

    /** Three things to do, one a step. */
    private Job sweeping(String name) {
        return new Job(
                name,
                () -> Uni.createFrom().item(() -> {
                    steps.incrementAndGet();
                    return left.getAndUpdate(n -> Math.max(0, n - 1)) > 0 ? 1 : 0;
                }));
    }

    private Map<String, Object> job(String name) {
        return sql.rows(
                        "SELECT *, round(extract(epoch FROM due_at - now()) / 60)::int AS minutes FROM internal.job WHERE name = ?",
                        name)
                .getFirst();
    }
}
