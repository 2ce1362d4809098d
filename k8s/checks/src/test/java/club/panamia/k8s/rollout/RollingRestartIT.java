package club.panamia.k8s.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.frontdoor.FrontDoor;
import club.panamia.dev.frontdoor.Routes;
import club.panamia.dev.layout.SuiteService;
import club.panamia.k8s.render.Overlay;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two pods of a service, each with its own PgBouncer, behind the front door, under load. */
@Timeout(400)
class RollingRestartIT {

    private final LocalDatabase database = LocalDatabase.get();
    private final String run = UUID.randomUUID().toString().substring(0, 6);
    private final Pod first = pod("first");
    private final Pod second = pod("second");
    private FrontDoor door;
    private Load load;

    @BeforeEach
    void open() {
        first.start();
        second.start();
        first.mustBecomeReady();
        second.mustBecomeReady();
        var routes = Routes.read(Overlay.K8S.resolve("routes.yaml"));
        door = new FrontDoor(
                routes,
                Map.of("profile-service", List.of(first.port(), second.port())),
                request -> request.response().end());
        var members = List.of(Member.in(database, "ana" + run), Member.in(database, "bo" + run));
        load = new Load(door.start(0), members);
    }

    @AfterEach
    void close() {
        door.close();
        first.terminate();
        second.terminate();
    }

    @Test
    void noRequestFailsWhilePodAfterPodIsReplaced() {
        try (var people = load.start()) {
            for (var pod : List.of(first, second)) {
                people.goesOnFor(5);
                pod.terminate();
                pod.start().mustBecomeReady();
                people.goesOnFor(5);
            }
        }

        assertThat(load.failedReads()).isEmpty();
        assertThat(load.reads()).isGreaterThan(50);
        assertThat(load.writers()).allSatisfy(writer -> {
            assertThat(writer.refused()).isEmpty();
            assertThat(writer.stored()).isEqualTo(writer.acknowledged());
        });
    }

    @Test
    void noRequestFailsWhilePoolersAreRestarted() {
        try (var people = load.start()) {
            for (var pod : List.of(first, second, first, second)) {
                people.goesOnFor(3);
                pod.restartPooler();
            }
            people.goesOnFor(3);
        }

        assertThat(load.failedReads()).isEmpty();
        assertThat(load.writers()).allSatisfy(writer -> {
            assertThat(writer.refused()).isEmpty();
            assertThat(writer.changes()).isGreaterThan(10);
            assertThat(writer.stored()).isEqualTo(writer.acknowledged());
        });
    }

    @Test
    void noReadFailsAndNoAcknowledgedWriteIsLostWhilePoolersAreKilled() {
        try (var people = load.start()) {
            for (var pod : List.of(first, second)) {
                people.goesOnFor(5);
                pod.killPooler();
                pod.startPooler();
                people.goesOnFor(5);
                pod.mustBecomeReady();
            }
        }

        assertThat(load.failedReads()).isEmpty();
        assertThat(load.writers()).allSatisfy(writer -> {
            assertThat(writer.refused()).allSatisfy(answer -> assertThat(answer).startsWith("503"));
            assertThat(writer.changes()).isGreaterThan(10);
        });
        assertThat(load.writers())
                .allSatisfy(writer ->
                        assertThat(number(writer.stored())).isGreaterThanOrEqualTo(number(writer.acknowledged())));
    }

    private Pod pod(String name) {
        return new Pod(database, SuiteService.PROFILE, name + "-" + run);
    }

    /** A change whose answer was lost may have been made: then the stored name is a later one. */
    private static int number(String name) {
        return Integer.parseInt(name.replace("Name ", ""));
    }
}
