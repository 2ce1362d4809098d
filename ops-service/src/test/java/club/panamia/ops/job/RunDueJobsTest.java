package club.panamia.ops.job;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RunDueJobsTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    NamedJobs named;

    @Test
    void givesEachJobThePeriodThatIsSetForIt() {
        run(new Job("keep-contact-book", RunDueJobsTest::nothing), new Job("usual", RunDueJobsTest::nothing));

        assertThat(
                        sql.list(
                                String.class,
                                "SELECT name || ' ' || round(extract(epoch FROM due_at - now()) / 60) FROM internal.job ORDER BY name"))
                .containsExactly("keep-contact-book 10", "usual 60");
    }

    @Test
    void runsTheOthersWhenOneFails() {
        run(
                new Job("broken", () -> Uni.createFrom().failure(new IllegalStateException("no such luck"))),
                new Job("usual", RunDueJobsTest::nothing));

        assertThat(sql.list(
                        String.class, "SELECT name FROM internal.job WHERE service = 'ops-service' AND failures = 0"))
                .containsExactly("usual");
    }

    private void run(Job... jobs) {
        new RunDueJobs(List.of(jobs), named, Duration.ofHours(1)).run().await().atMost(Duration.ofSeconds(10));
    }

    private static Uni<Integer> nothing() {
        return Uni.createFrom().item(0);
    }
}
