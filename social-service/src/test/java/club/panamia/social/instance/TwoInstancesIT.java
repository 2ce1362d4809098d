package club.panamia.social.instance;

import static club.panamia.testing.Eventually.eventually;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two servers of ours that know of each other what they tell each other, and nothing else. */
@Timeout(120)
class TwoInstancesIT {

    private static final Duration SOON = Duration.ofSeconds(30);
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
}
