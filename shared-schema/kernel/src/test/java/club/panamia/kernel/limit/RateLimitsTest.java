package club.panamia.kernel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import club.panamia.kernel.house.Calls;
import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class RateLimitsTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String ANA = "ana@example.org";

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    RateLimits limits;

    @Test
    void refusesTheAttemptBeyondTheLimitAndSaysHowLongToWait() {
        taken(ANA);
        taken(ANA);

        var refusal = refused(ANA);

        assertThat(refusal.type()).isEqualTo(CommonProblem.TOO_MANY);
        assertThat(secondsToWait()).isBetween(3590L, 3600L);
    }

    @Test
    void countsEverySubjectAndBucketByItself() {
        taken(ANA);
        taken(ANA);

        taken("ben@example.org");
        Calls.await(() -> limits.take("code", ANA, 2, HOUR));

        assertThat(used()).isEqualTo(4);
    }

    @Test
    void beginsAnewWhenTheWindowIsOver() {
        taken(ANA);
        taken(ANA);
        sql.run(
                "UPDATE internal.rate_limit SET window_start = now() - interval '2 hours', window_end = now() - interval '1 hour'");

        taken(ANA);

        assertThat(used()).isEqualTo(1);
        assertThat(secondsToWait()).isBetween(3590L, 3600L);
    }

    @Test
    void doesNotProlongTheWaitOfWhoKeepsTrying() {
        taken(ANA);
        taken(ANA);
        var end = windowEnd();

        refused(ANA);
        refused(ANA);

        assertThat(windowEnd()).isEqualTo(end);
        assertThat(used()).isEqualTo(3);
    }

    @Test
    void keepsTheCountOfAnAttemptWhoseTransactionWasRolledBack() {
        Supplier<Uni<Void>> attempt = () -> Panache.withTransaction(() -> limits.take("magic-link", ANA, 2, HOUR)
                .chain(() -> Uni.createFrom().<Void>failure(CommonProblem.FORBIDDEN.because("the code is wrong"))));

        catchThrowableOfType(Problem.class, () -> Calls.await(attempt));

        assertThat(used()).isEqualTo(1);
    }

    @Test
    void letsNoMoreThroughWhenAllComeAtOnce() {
        var results = Race.of(20, runner -> () -> {
            try {
                limits.take("magic-link", ANA, 5, HOUR).await().atMost(Duration.ofSeconds(20));
                return true;
            } catch (Problem refused) {
                return false;
            }
        });

        assertThat(results).filteredOn(passed -> passed).hasSize(5);
    }

    @Test
    void keepsNobodysAddress() {
        taken(ANA);

        assertThat(sql.one(String.class, "SELECT key FROM internal.rate_limit"))
                .matches("magic-link:[0-9a-f]{64}")
                .doesNotContain("ana");
    }

    @Test
    void forgetsWindowsThatAreOver() {
        taken(ANA);
        taken("ben@example.org");
        sql.run(
                "UPDATE internal.rate_limit SET window_end = now() - interval '1 second' WHERE ctid = (SELECT min(ctid) FROM internal.rate_limit)");

        assertThat(Calls.await(() -> limits.purge())).isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.rate_limit"))
                .isEqualTo(1);
    }

    private void taken(String subject) {
        Calls.await(() -> limits.take("magic-link", subject, 2, HOUR));
    }

    private Problem refused(String subject) {
        return catchThrowableOfType(
                Problem.class, () -> Calls.await(() -> limits.take("magic-link", subject, 2, HOUR)));
    }

    private long used() {
        return sql.one(Long.class, "SELECT sum(used) FROM internal.rate_limit");
    }

    private java.sql.Timestamp windowEnd() {
        return sql.one(java.sql.Timestamp.class, "SELECT window_end FROM internal.rate_limit");
    }

    private long secondsToWait() {
        return sql.one(Long.class, "SELECT extract(epoch FROM window_end - now())::bigint FROM internal.rate_limit");
    }
}
