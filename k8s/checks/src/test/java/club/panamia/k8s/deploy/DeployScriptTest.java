package club.panamia.k8s.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which order bin/deploy asks the cluster, and where it stops. */
class DeployScriptTest {

    @TempDir
    Path folder;

    @Test
    void migratesThenAppliesThenWaitsForEachService() throws Exception {
        var deploy = new StagedDeploy(folder, "true").withRelease();

        var run = deploy.run("production");

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(deploy.asked())
                .containsExactly(
                        "delete job migrator --ignore-not-found",
                        "apply migrate",
                        "apply apps",
                        "rollout status deployment/auth-service --timeout=10m",
                        "rollout status deployment/profile-service --timeout=10m");
    }

    @Test
    void changesNoServiceWhenTheMigrationFails() throws Exception {
        var deploy = new StagedDeploy(folder, "{ echo 'relation is missing'; false; }").withRelease();

        var run = deploy.run("production");

        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).contains("relation is missing", "the migration failed; no service was changed");
        assertThat(deploy.asked()).doesNotContain("apply apps");
    }

    @Test
    void leavesAMigrationThatRunsAlone() throws Exception {
        var deploy = new StagedDeploy(folder, "true").withRelease().with("active", "1");

        var run = deploy.run("production");

        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).contains("a migration is running already");
        assertThat(deploy.asked()).isEmpty();
    }

    @Test
    void saysWhichServiceDoesNotBecomeReadyAndTheWayBack() throws Exception {
        var deploy = new StagedDeploy(folder, "true").withRelease().with("stuck", "");

        var run = deploy.run("production", "--context", "miami");

        assertThat(run.exitCode()).isOne();
        assertThat(run.output())
                .contains("profile-service does not become ready", "rollout undo deployment/profile-service");
    }

    @Test
    void asksNothingWithoutARelease() throws Exception {
        var deploy = new StagedDeploy(folder, "true");

        var run = deploy.run("production");

        assertThat(run.exitCode()).isOne();
        assertThat(run.output()).contains("k8s/overlays/production/release names no images yet");
        assertThat(deploy.asked()).isEmpty();
    }

    @Test
    void saysWhichOverlaysThereAre() throws Exception {
        var run = new StagedDeploy(folder, "true").run("moon");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.output()).contains("there is no overlay 'moon': local production staging");
    }
}
