package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import club.panamia.k8s.deploy.StagedDeploy;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** bin/deploy with the real migrator in the Job's place, and a real service that waits for the schema. */
@Timeout(400)
class DeployIT {

    private static final Duration SOON = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final LocalDatabase database = LocalDatabase.get();

    @TempDir
    Path folder;

    @Test
    void aServiceThatIsNewerThanTheSchemaWaitsUntilTheDeploymentHasMigrated() throws Exception {
        var pod = new Pod(database, SuiteService.PROFILE, "waits").start().mustBecomeReady();
        try {
            assertThat(new ProcessBuilder("bash", "-c", migrator(url(), "rollback 1 --accept-loss"))
                            .start()
                            .waitFor())
                    .isZero();
            assertThat(pod.get("/q/health/ready")).contains("waiting for migration");

            var deploy = new StagedDeploy(folder, migrator(url(), "up")).withRelease();
            var run = deploy.run("production");

            assertThat(run.exitCode()).as(run.output()).isZero();
            assertThat(deploy.asked()).containsSubsequence("apply migrate", "apply apps");
            assertThat(Waiting.until(SOON, PAUSE, pod::isReady)).isTrue();
        } finally {
            pod.terminate();
        }
    }

    @Test
    void aMigratorThatIsNotLetInEndsTheDeployment() throws Exception {
        var deploy = new StagedDeploy(folder, migrator(url().replaceFirst(":[^:@]+@", ":wrong@"), "up")).withRelease();

        var run = deploy.run("production");

        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).contains("the migration failed; no service was changed");
        assertThat(deploy.asked()).doesNotContain("apply apps");
    }

    private String url() {
        return database.url(DatabaseUrls.MIGRATOR).text();
    }

    private static String migrator(String url, String command) {
        return "POSTGRES_DIRECT_URL='%s' '%s/bin/java' -jar '%s' %s"
                .formatted(
                        url,
                        System.getProperty("java.home"),
                        Pod.app("shared-schema/migrator").resolve("quarkus-run.jar"),
                        command);
    }
}
