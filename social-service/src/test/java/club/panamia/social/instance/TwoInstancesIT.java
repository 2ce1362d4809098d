package club.panamia.social.instance;

import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers of ours that know of each other what they tell each other, and nothing else. */
@Timeout(120)
class TwoInstancesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration NIGHT = Duration.ofHours(8);
    private static final Instance HERE = new Instance("here");
    private static final Instance THERE = new Instance("there");

    @BeforeAll
    static void start() {
        HERE.start();
        THERE.start().mustBecomeReady();
        HERE.mustBecomeReady();
    }

    @AfterAll
    static void close() {
        HERE.close();
        THERE.close();
    }

    private static List<String> html(String... words) {
        return List.of(words).stream().map("<p>%s</p>"::formatted).toList();
    }

    private static List<String> creations(List<String> posts) {
        return posts.stream().map(post -> post + "/activity").toList();
    }

    @Test
    void hearWhatIsSaidOnTheOther() {
        var both = Correspondents.between(HERE, THERE, "Hears");

        both.said("Hola");
        both.answered("Buenas");

        eventually("Bob hears Ana", SOON, () -> both.heard().equals(html("Hola")));
        eventually("Ana hears Bob", SOON, () -> both.heardHere().equals(html("Buenas")));
    }

    @Test
    void knowSomebodyByTheirNewNameAndByTheFormerOne() {
        var both = Correspondents.between(HERE, THERE, "Renames");
        var ana = both.ana();
        both.said("Hola");
        eventually("Bob hears Ana", SOON, () -> both.heard().size() == 1);

        HERE.rename(ana, "Anita");

        var shown = "/api/social/actors/" + HERE.handle("anita");
        eventually(
                "she has her new name there",
                SOON,
                () -> THERE.as(both.bob()).get(shown).statusCode() == 200);
        THERE.as(both.bob()).get(shown).then().body("uri", is(HERE.uri(ana)));
        THERE.as(both.bob())
                .get("/api/social/search?q=" + HERE.handle(ana.screenname()))
                .then()
                .statusCode(200)
                .body("actors.uri", is(List.of(HERE.uri(ana))))
                .body("actors.username", is(List.of("Anita")));
        both.said("Soy yo");
        eventually("Bob still follows her", SOON, () -> both.heard().equals(html("Hola", "Soy yo")));
    }

    @Test
    void getEverythingOnceAndInItsOrderWhereOneIsKilledMeanwhile() {
        var both = Correspondents.between(HERE, THERE, "Restarts");
        var posts = new ArrayList<String>();

        IntStream.range(0, 15).forEach(n -> posts.add(both.said("Hola " + n)));
        eventually("some have arrived", SOON, () -> both.arrived().size() > 2);
        THERE.kill();
        IntStream.range(15, 20).forEach(n -> posts.add(both.said("Hola " + n)));
        THERE.start().mustBecomeReady();

        eventually("all have arrived", SOON, () -> {
            both.pass(both.untilNextAttempt());
            return both.heard().size() == posts.size();
        });
        assertThat(both.arrived()).isEqualTo(creations(posts));
        assertThat(both.heard())
                .isEqualTo(IntStream.range(0, 20)
                        .mapToObj(n -> "<p>Hola %d</p>".formatted(n))
                        .toList());
    }

    @Test
    void getEverythingOnceAndInItsOrderAfterANightWithoutAnAnswer() {
        var both = Correspondents.between(HERE, THERE, "Sleeps");
        var evening = both.answered("Buenas noches");
        eventually("Ana hears Bob", SOON, () -> both.heardHere().size() == 1);
        var liked = HERE.sql().one(String.class, "SELECT id FROM social_statuses WHERE uri = ?", evening);
        THERE.stop();

        var posts = new ArrayList<>(List.of(both.said("Hola 0")));
        react(both, "PUT", liked);
        var waits = new ArrayList<Duration>();
        for (var next = afterAttempt(both, 1); total(waits).plus(next).compareTo(NIGHT) < 0; ) {
            waits.add(next);
            both.pass(next);
            posts.add(both.said("Hola " + waits.size()));
            next = afterAttempt(both, waits.size() + 1);
        }
        react(both, "DELETE", liked);
        THERE.start().mustBecomeReady();
        both.pass(both.untilNextAttempt());

        eventually("everything has arrived", SOON, () -> both.arrived().size() == posts.size() + 2);
        eventually("everything is heard", SOON, () -> both.heard().size() == posts.size());
        assertThat(waits).hasSize(5);
        assertThat(both.arrived().getFirst()).isEqualTo(creations(posts).getFirst());
        assertThat(both.arrived()).containsSubsequence(creations(posts));
        assertThat(both.arrived().getLast()).endsWith("#undo");
        THERE.as(both.bob())
                .get("/api/social/statuses/" + evening.substring(evening.lastIndexOf('/') + 1))
                .then()
                .statusCode(200)
                .body("likesCount", is(0));
        assertThat(HERE.sql().list(String.class, "SELECT error FROM internal.delivery"))
                .isEmpty();
    }

    private static void react(Correspondents both, String method, String statusId) {
        HERE.as(both.ana())
                .request(method, "/api/social/statuses/" + statusId + "/like")
                .then()
                .statusCode(204);
    }

    /** How long the next attempt is away once there was one more. */
    private static Duration afterAttempt(Correspondents both, int attempt) {
        eventually(
                "attempt " + attempt + " has failed",
                SOON,
                () -> both.attempts() == attempt
                        && HERE.sql().one(Integer.class, "SELECT failures FROM internal.peer") >= attempt);
        return both.untilNextAttempt();
    }

    private static Duration total(List<Duration> waits) {
        return waits.stream().reduce(Duration.ZERO, Duration::plus);
    }
}
