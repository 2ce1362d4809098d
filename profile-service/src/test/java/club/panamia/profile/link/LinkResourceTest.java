package club.panamia.profile.link;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class LinkResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;
    private Person bakery;
    private String anasId;
    private String bakerysId;

    @BeforeEach
    void bothAreInTheDirectory() {
        ana = seed.person("Ana");
        bakery = seed.person("Bakery");
        anasId = seed.approvedProfile(ana);
        bakerysId = seed.approvedProfile(bakery);
    }

    @Test
    void showsAProfileBesideAnotherOnceBothWantIt() {
        ask(ana, bakerysId).statusCode(204);
        shownBy("ana").body("$", empty());
        mine(ana).body("state", contains("asked")).body("screenname", contains("Bakery"));
        mine(bakery).body("state", contains("received")).body("profileId", contains(anasId));

        accept(bakery, anasId).statusCode(204);

        shownBy("ANA").body("screenname", contains("Bakery")).body("[0].profileId", is(bakerysId));
        shownBy("bakery").body("screenname", contains("Ana"));
        mine(ana).body("state", contains("accepted"));
        assertThat(Walk.events()).containsExactly("profile.link.asked", "profile.link.accepted");
    }

    @Test
    void canBeDeclinedWithdrawnAndEnded() {
        ask(ana, bakerysId).statusCode(204);
        end(bakery, anasId).statusCode(204);
        mine(ana).body("$", empty());
        ask(ana, bakerysId).statusCode(204);
        end(ana, bakerysId).statusCode(204);
        mine(bakery).body("$", empty());
        ask(ana, bakerysId).statusCode(204);
        accept(bakery, anasId).statusCode(204);
        end(bakery, anasId).statusCode(204);

        shownBy("ana").body("$", empty());
        end(ana, bakerysId).statusCode(404).body("type", is("/problems/no-such-link"));
        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'state' FROM internal.event WHERE type = 'profile.link.ended' ORDER BY id"))
                .containsExactly("received", "asked", "accepted");
    }

    @Test
    void refusesWhatDoesNotFit() {
        accept(bakery, anasId).statusCode(404).body("type", is("/problems/no-such-link"));
        ask(ana, anasId).statusCode(422).body("errors[0].path", is("profileId"));
        ask(ana, "p00000000000000000000000").statusCode(404).body("type", is("/problems/no-such-profile"));
        ask(seed.person("Carla"), anasId).statusCode(404).body("type", is("/problems/no-profile-yet"));
        ask(ana, bakerysId).statusCode(204);
        ask(bakery, anasId).statusCode(409).body("type", is("/problems/link-already-asked"));
        accept(ana, bakerysId).statusCode(409).body("type", is("/problems/link-not-asked"));
    }

    @Test
    void isForPeopleWhoAreSignedIn() {
        anonymous().put("/api/profiles/me/links/" + anasId).then().statusCode(401);
        anonymous()
                .put("/api/profiles/me/links/" + anasId + "/acceptance")
                .then()
                .statusCode(401);
        anonymous().delete("/api/profiles/me/links/" + anasId).then().statusCode(401);
        anonymous().get("/api/profiles/me/links").then().statusCode(401);
    }

    @Test
    void hidesADraftFromWhoAsks() {
        var carla = seed.person("Carla");
        var draft = Walk.draft(carla, "Carla");

        ask(ana, draft).statusCode(404).body("type", is("/problems/no-such-profile"));
        ask(carla, anasId).statusCode(409).body("type", is("/problems/profile-not-in-directory"));
    }

    @Test
    void showsNobodyWhoHasLeft() {
        ask(ana, bakerysId).statusCode(204);
        accept(bakery, anasId).statusCode(204);

        seed.lock(bakery);
        shownBy("ana").body("$", empty());
        sql.run("UPDATE users SET locked_at = NULL");
        shownBy("ana").body("screenname", contains("Bakery"));
        sql.run("UPDATE profiles SET active = false WHERE id = ?", bakerysId);
        shownBy("ana").body("$", empty());

        anonymous()
                .get("/api/profiles/bakery/links")
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-profile"));
        anonymous().get("/api/profiles/nobody/links").then().statusCode(404);
        mine(ana).body("state", contains("accepted"));
    }

    /** One end alone says so, as a faulty writer might leave it. */
    @Test
    void showsNothingThatOnlyOneEndSays() {
        ask(ana, bakerysId).statusCode(204);
        accept(bakery, anasId).statusCode(204);
        sql.run("UPDATE profiles SET linked_profiles = '[]' WHERE id = ?", bakerysId);

        shownBy("ana").body("$", empty());
    }

    @Test
    void countsQuestions() {
        for (var i = 0; i < 20; i++) {
            ask(ana, anasId).statusCode(422);
        }

        ask(ana, bakerysId).statusCode(429);
    }

    /** Each locks both rows, in one order. */
    @Test
    void letsTwoWhoAskEachOtherAtOnceMeet() {
        var statuses =
                Race.of(2, runner -> (Callable<Integer>) () -> (runner == 0 ? ask(ana, bakerysId) : ask(bakery, anasId))
                        .extract()
                        .statusCode());

        assertThat(statuses).containsExactlyInAnyOrder(204, 409);
        assertThat(states()).containsExactlyInAnyOrder("asked", "received");
        assertThat(Walk.events()).hasSize(1);
    }

    @Test
    void letsAcceptOrWithdrawWin() {
        ask(ana, bakerysId).statusCode(204);

        var statuses = Race.of(
                2, runner -> (Callable<Integer>) () -> (runner == 0 ? accept(bakery, anasId) : end(ana, bakerysId))
                        .extract()
                        .statusCode());

        // Whoever came second: the end finds a link to end, the acceptance nothing to accept.
        assertThat(statuses).isIn(List.of(204, 204), List.of(404, 204));
        assertThat(states()).isEmpty();
    }

    private List<String> states() {
        return sql.list(
                String.class, "SELECT link ->> 'state' FROM profiles, jsonb_array_elements(linked_profiles) AS link");
    }

    private static ValidatableResponse ask(Person person, String profileId) {
        return as(person).put("/api/profiles/me/links/" + profileId).then();
    }

    private static ValidatableResponse accept(Person person, String profileId) {
        return as(person)
                .put("/api/profiles/me/links/" + profileId + "/acceptance")
                .then();
    }

    private static ValidatableResponse end(Person person, String profileId) {
        return as(person).delete("/api/profiles/me/links/" + profileId).then();
    }

    private static ValidatableResponse mine(Person person) {
        return as(person).get("/api/profiles/me/links").then().statusCode(200);
    }

    private static ValidatableResponse shownBy(String screenname) {
        return anonymous().get("/api/profiles/" + screenname + "/links").then().statusCode(200);
    }
}
