package club.panamia.social.live;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.blocks;
import static club.panamia.social.Social.follows;
import static club.panamia.social.Social.joined;
import static club.panamia.social.Social.said;
import static club.panamia.testing.Eventually.eventually;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who follows somebody hears at once what they hand on: as the home timeline has it, and once. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class BoostsHeardTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String HOME = "/api/social/timelines/home";
    private static final String STREAM = "/api/social/timelines/stream?timeline=home";

    private final Sql sql = TestDatabase.get().sql();
    private final List<Listening> open = new ArrayList<>();

    private Person ana;
    private Person ben;
    private Person cleo;

    @BeforeEach
    void oneFollowsWhoHandsOnWhatAnotherSays() {
        ana = joined("Ana");
        ben = joined("Ben");
        cleo = joined("Cleo");
        follows(cleo, ben);
    }

    @AfterEach
    void close() {
        open.forEach(Listening::close);
    }

    @Test
    void areToldToThoseWhoFollowWhoeverHandsOn() {
        var stream = listen(cleo, null);
        var post = said(ana, "Hola", "public");

        boost(ben, post);

        eventually("it is told", PATIENCE, () -> stream.ids().equals(List.of(boostId(ben, post))));
        boost(ben, post);
        var last = said(ben, "And I say", "public");
        eventually("the next is told", PATIENCE, () -> stream.ids().contains(last));
        assertThat(stream.ids()).containsExactly(boostId(ben, post), last);
        assertThat(stream.text())
                .contains("\"id\":\"" + post, "\"boostedBy\":{\"id\":\"" + boostId(ben, post), "\"username\":\"Ben\"");
    }

    @Test
    void areToldAsTheHomeTimelineHasThem() {
        var people = List.of(ana, ben, cleo, joined("Stella"), joined("Rita"), joined("Bruno"), joined("Milo"));
        follows(people.get(4), ben);
        follows(people.get(4), ana);
        follows(people.get(5), ben);
        blocks(ana, people.get(5));
        follows(people.get(6), ben);
        sql.run(
                "INSERT INTO internal.actor_mute (actor_id, target_actor_id) VALUES (?, ?)",
                actorId(people.get(6)),
                actorId(ben));
        var streams = people.stream().map(person -> listen(person, null)).toList();

        for (var visibility : List.of("public", "quiet", "local")) {
            boost(ben, said(ana, visibility, visibility));
        }
        var last = said(ana, "The end", "public");

        eventually(
                "Ana hears what she said",
                PATIENCE,
                () -> streams.getFirst().ids().contains(last));
        for (var person : people) {
            var heard = streams.get(people.indexOf(person));
            eventually(
                    person.screenname() + " hears what is at home",
                    PATIENCE,
                    () -> heard.ids().equals(home(person)));
        }
        assertThat(home(cleo)).hasSize(3);
        assertThat(home(people.get(5))).isEmpty();
    }

    @Test
    void areToldAfterAPauseAndGoOnFromThere() {
        var first = said(ben, "First", "public");
        var missed = said(ana, "Missed", "public");
        boost(ben, missed);
        var fresh = said(ana, "Fresh", "public");

        var again = listen(cleo, first);
        boost(ben, fresh);

        eventually(
                "both are told",
                PATIENCE,
                () -> again.ids().equals(List.of(boostId(ben, missed), boostId(ben, fresh))));
        var later = listen(cleo, boostId(ben, missed));
        eventually("the rest is told", PATIENCE, () -> later.ids().equals(List.of(boostId(ben, fresh))));
    }

    private Listening listen(Person person, String last) {
        var stream = Listening.to("http://localhost:" + RestAssured.port + STREAM, person.sessionToken(), last);
        open.add(stream);
        assertThat(stream.status()).isEqualTo(200);
        return stream;
    }

    private static void boost(Person person, String post) {
        as(person).put("/api/social/statuses/" + post + "/boost").then().statusCode(204);
    }

    private String boostId(Person person, String post) {
        return sql.one(
                String.class,
                "SELECT id FROM internal.boost WHERE actor_id = ? AND status_id = ?",
                actorId(person),
                post);
    }

    /** Oldest first, boosts by their own ids. */
    private static List<String> home(Person person) {
        var page = as(person).get(HOME).then().statusCode(200).extract().jsonPath();
        var ids = new ArrayList<String>();
        for (var i = page.getList("items").size() - 1; i >= 0; i--) {
            var boost = page.getString("items[%d].boostedBy.id".formatted(i));
            ids.add(boost != null ? boost : page.getString("items[%d].id".formatted(i)));
        }
        return ids;
    }
}
