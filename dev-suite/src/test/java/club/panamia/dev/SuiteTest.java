package club.panamia.dev;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.EnvFile;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteTest {

    @TempDir
    Path folder;

    private FakeCheckout checkout;

    @BeforeEach
    void build() throws IOException {
        checkout = new FakeCheckout(folder);
    }

    @AfterEach
    void nothingIsLeftRunning() throws Exception {
        checkout.run("--stop").waitFor(60, TimeUnit.SECONDS);
        assertThat(ours()).isEmpty();
    }

    @Test
    void ctrlCStopsTheServicesFirstAndThenTheRest() throws Exception {
        var suite = checkout.runUntilReady();
        assertThat(get("/api/profiles/me").body()).isEqualTo("fake on " + checkout.ports.of(SuiteService.PROFILE));
        assertThat(ours()).hasSizeGreaterThanOrEqualTo(9);

        new ProcessBuilder("kill", "-INT", Long.toString(suite.pid())).start().waitFor();

        assertThat(suite.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(suite.exitValue()).isEqualTo(130);
        assertThat(ours()).isEmpty();
        for (var service : SuiteService.values()) {
            assertThat(checkout.log(service.module())).contains("ended while the database answered");
        }
        assertThat(checkout.folder.suiteEnv()).doesNotExist();
        assertThat(checkout.output()).contains("Stopping").contains("Stopped");
    }

    @Test
    void aServiceThatFailsIsToldAtOnceWithItsLog() throws Exception {
        checkout.behaviour(SuiteService.SOCIAL, "fail");

        var suite = checkout.run("--empty", "--port-base", Integer.toString(checkout.ports.base()));

        assertThat(suite.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(suite.exitValue()).isEqualTo(1);
        assertThat(checkout.output())
                .contains("bin/dev: social-service ended with exit code 3.")
                .contains("cannot start: the fake was told to fail");
        assertThat(ours()).isEmpty();
    }

    @Test
    void aMigrationThatIsRefusedIsToldWithAWayOut() throws Exception {
        Files.createFile(checkout.root.resolve("edited-migration"));

        var suite = checkout.run("--empty", "--port-base", Integer.toString(checkout.ports.base()));

        assertThat(suite.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(suite.exitValue()).isEqualTo(1);
        assertThat(checkout.output())
                .contains("bin/dev: migrator failed with exit code 1.")
                .contains("0001_first.sql was edited after it was applied")
                .endsWith("bin/dev --fresh begins anew.\n");
    }

    @Test
    void aPortInUseIsToldBeforeAnythingIsStarted() throws Exception {
        try (var taken = new ServerSocket(checkout.ports.frontDoor(), 1, InetAddress.getLoopbackAddress())) {
            var suite = checkout.run("--empty", "--port-base", Integer.toString(taken.getLocalPort()));

            assertThat(suite.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(suite.exitValue()).isEqualTo(1);
            assertThat(checkout.output()).contains("meant for the front door, is in use");
            assertThat(checkout.folder.postgres()).doesNotExist();
        }
    }

    @Test
    void aServiceThatWasNotBuiltIsNamed() throws Exception {
        Files.delete(checkout.folder.app("ops-service").resolve("quarkus-run.jar"));

        var suite = checkout.run("--empty", "--port-base", Integer.toString(checkout.ports.base()));

        assertThat(suite.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(suite.exitValue()).isEqualTo(1);
        assertThat(checkout.output()).contains("bin/dev: ops-service is not built");
    }

    @Test
    void detachedItOutlivesItsStarterUntilItIsStopped() throws Exception {
        var starter = checkout.runUntilReady("--detach");
        assertThat(starter.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(starter.exitValue()).isZero();
        assertThat(checkout.output()).contains("Ready: http://localhost:" + checkout.ports.frontDoor());

        assertThat(exitCode("--status")).isZero();
        assertThat(exitCode("--empty")).isEqualTo(1);
        assertThat(exitCode("--detach")).isEqualTo(1);
        assertThat(checkout.log("suite")).contains("Ready: ");
        assertThat(checkout.output()).contains("A suite of this checkout runs already");
        assertThat(exitCode("--stop")).isZero();
        assertThat(ours()).isEmpty();
        assertThat(exitCode("--status")).isEqualTo(3);
    }

    @Test
    void whatAKilledSuiteLeftIsEndedByTheNextOne() throws Exception {
        var killed = checkout.runUntilReady();
        killed.destroyForcibly().waitFor();
        assertThat(ours()).isNotEmpty();

        checkout.runUntilReady("--detach").waitFor(30, TimeUnit.SECONDS);

        assertThat(get("/api/profiles/me").statusCode()).isEqualTo(200);
    }

    @Test
    void aServiceThatDiesLaterIsToldAndTheRestGoesOn() throws Exception {
        checkout.runUntilReady();
        var profile = Long.parseLong(checkout.env().get("PID_PROFILE"));

        ProcessHandle.of(profile).orElseThrow().destroyForcibly();

        assertThat(Waiting.until(
                        Duration.ofSeconds(10),
                        Duration.ofMillis(50),
                        () -> checkout.output()
                                .contains("profile-service has ended; the front door answers 503 for it.")))
                .isTrue();
        assertThat(get("/api/profiles/me").statusCode()).isEqualTo(503);
        assertThat(get("/dev/mail.json").statusCode()).isEqualTo(200);
    }

    @Test
    void theMigratorGetsTheDirectAddressOfEachRole() throws Exception {
        checkout.runUntilReady();

        assertThat(checkout.log("migrator-roles")).contains("migrator roles on postgres://postgres:");
        assertThat(checkout.log("migrator-up")).contains("migrator up on postgres://pana_migrator:");
        assertThat(checkout.log("migrator-sidecar_demo_auth"))
                .contains("migrator new-sidecar demo_auth --auth on postgres://postgres:");
    }

    @Test
    void aSidecarThatWasMadeBeforeIsLeftAsItIs() throws Exception {
        checkout.runUntilReady();
        checkout.asSuperuser("CREATE SCHEMA demo");
        exitCode("--stop");
        Files.delete(checkout.folder.log("migrator-sidecar_demo"));
        Files.delete(checkout.folder.log("migrator-sidecar_demo_auth"));

        checkout.runUntilReady();

        assertThat(checkout.folder.log("migrator-sidecar_demo")).doesNotExist();
        assertThat(checkout.folder.log("migrator-sidecar_demo_auth")).exists();
    }

    @Test
    void aServiceCanBeRunByHandWithItsOwnSettings() throws Exception {
        checkout.runUntilReady();

        var settings = EnvFile.read(checkout.folder.serviceEnv(SuiteService.PROFILE));

        assertThat(settings).containsEntry("PORT", Integer.toString(checkout.ports.of(SuiteService.PROFILE)));
        assertThat(settings.get("POSTGRES_URL")).isEqualTo(checkout.env().get("POSTGRES_URL_PROFILE"));
    }

    @Test
    void theJourneyIsPlayedBesideARunningSuiteAndFailsWhereItFails() throws Exception {
        checkout.runUntilReady();
        var before = checkout.env();

        // The fakes know nothing of magic links.
        assertThat(checkout.run("--smoke", "--empty").waitFor()).isEqualTo(1);

        assertThat(checkout.output())
                .contains("FAILED  a person asks for a magic link")
                .contains("POST /api/auth/magic-link: expected status 202, got status 404")
                .contains("smoke: 0 passed, 1 failed");
        assertThat(checkout.env()).isEqualTo(before);
        assertThat(get("/api/profiles/me").statusCode()).isEqualTo(200);
        assertThat(checkout.root.resolve(".dev/smoke/suite.env")).doesNotExist();
    }

    @Test
    void aCommandFindsTheSuiteInItsEnvironmentAndItsEndIsTheSuites() throws Exception {
        var suite = checkout.run("--empty", "--with", "sh", "-c", "curl -s $FRONT_DOOR_URL/api/profiles/me; exit 7");

        assertThat(suite.waitFor()).isEqualTo(7);

        assertThat(checkout.output()).contains("fake on ");
        assertThat(checkout.root.resolve(".dev/smoke/suite.env")).doesNotExist();
    }

    private int exitCode(String argument) throws Exception {
        return checkout.run(argument).waitFor();
    }

    private HttpResponse<String> get(String path) throws Exception {
        var address = URI.create("http://localhost:%d%s".formatted(checkout.ports.frontDoor(), path));
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
    }

    /** Everything that was started for this checkout and still runs. */
    private List<String> ours() {
        return ProcessHandle.allProcesses()
                .map(process -> process.info().commandLine().orElse(""))
                .filter(command -> command.contains(checkout.folder.home().toString()))
                .toList();
    }
}
