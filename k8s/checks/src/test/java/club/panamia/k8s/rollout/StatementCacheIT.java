package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.database.PgBouncer;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import java.time.Duration;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** DB_CACHE_STATEMENTS=true behind a PgBouncer that mixes statements up, as Debian's 1.18 does. */
@Timeout(400)
class StatementCacheIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LocalDatabase database = LocalDatabase.get();

    @Test
    void isRefusedWithOneClearLine() {
        mixesUp();
        var pod = new Pod(database, SuiteService.PROFILE, "cached")
                .with("DB_CACHE_STATEMENTS", "true")
                .start();

        assertThat(Waiting.until(SOON, PAUSE, pod::hasEnded)).isTrue();

        assertThat(pod.exitCode()).isEqualTo(2);
        assertThat(pod.log()).contains("DB_CACHE_STATEMENTS cannot be true here: the pooler mixes statements up");
        pod.terminate();
    }

    @Test
    void isNotJudgedWhileTheDatabaseIsAwayButWhenItIsBack() {
        mixesUp();
        var pod = new Pod(database, SuiteService.PROFILE, "judged").with("DB_CACHE_STATEMENTS", "true");
        pod.startPooler(pod.pooler(Ports.free().postgres()));
        pod.startService();
        assertThat(Waiting.until(SOON, PAUSE, pod::isLive)).isTrue();
        assertThat(Waiting.until(SOON, PAUSE, () -> pod.poolerLog().contains("query_wait_timeout")))
                .isTrue();
        assertThat(pod.isLive()).as(pod.log()).isTrue();

        pod.killPooler();
        pod.startPooler();

        assertThat(Waiting.until(SOON, PAUSE, pod::hasEnded)).isTrue();
        assertThat(pod.exitCode()).isEqualTo(2);
        pod.terminate();
    }

    /** A newer PgBouncer keeps statements apart only with a setting that the tests leave out for 1.18. */
    private static void mixesUp() {
        Assumptions.assumeFalse(
                PgBouncer.installed().orElseThrow().keepsPreparedStatements(),
                "The installed PgBouncer is 1.21 or newer");
    }
}
