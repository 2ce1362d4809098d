package club.panamia.social.search;

import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.social.Social;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SearchResourceTest {

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;
    private String ben;

    @BeforeEach
    void people() {
        ana = joined("Ana");
        ben = peer.actor("Ben");
        peer.calls("ben", ben);
    }

    @AfterEach
    void close() {
        peer.close();
    }

    private ValidatableResponse find(String words) {
        return as(ana).queryParam("q", words).get("/api/social/search").then();
    }

    private JsonObject note(String id) {
        return new JsonObject()
                .put("id", ben + "/notes/" + id)
                .put("type", "Note")
                .put("attributedTo", ben)
                .put("content", "<p>Hola<script>x()</script></p>")
                .put("published", "2026-11-01T00:00:00Z")
                .put("to", List.of("https://www.w3.org/ns/activitystreams#Public"));
    }

    @Test
    void findsPeopleOfThisServerByAPartOfTheirName() {
        joined("Anabel");
        joined("Zoe");

        find("ana")
                .statusCode(200)
                .body("actors.username", contains("Ana", "Anabel"))
                .body("statuses", empty());
        find("an").body("actors", empty());
        find("%%%").body("actors", empty());
    }

    @Test
    void meetsSomebodyOfAnotherServerByTheirHandleAndAsksOnce() {
        for (var handle : List.of("@Ben@" + peer.host(), "ben@" + peer.host())) {
            find(handle).statusCode(200).body("actors.uri", contains(ben)).body("actors.domain", contains(peer.host()));
        }

        assertThat(peer.asked("GET", "/.well-known/webfinger")).hasSize(1);
        find("ben").body("actors.uri", contains(ben));
    }

    @Test
    void asksOnceForManyAtOnce() {
        Race.of(6, n -> () -> find("ben@" + peer.host()).extract().statusCode());

        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_actors WHERE uri = ?", ben))
                .isOne();
    }

    @Test
    void meetsSomebodyByTheirAddress() {
        find(ben).statusCode(200).body("actors.uri", contains(ben));
        find(ben).statusCode(200).body("actors.uri", contains(ben));

        assertThat(peer.asked("GET", "/users/Ben")).hasSize(1);
    }

    @Test
    void findsWhoIsCalledOtherwiseByNow() {
        find("ben@" + peer.host());
        peer.has(peer.describe("Ben", Peer.KEYS).put("preferredUsername", "Benito"));
        peer.calls("benito", ben);

        find("benito@" + peer.host()).body("actors.username", contains("Benito"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_actors WHERE uri = ?", ben))
                .isOne();
    }

    @Test
    void readsAPostByItsAddressAndByThatOfItsPage() {
        peer.has(note("1")).has("/@ben/1", note("1"));

        find(ben + "/notes/1")
                .statusCode(200)
                .body("statuses.content", contains("<p>Hola</p>"))
                .body("statuses.actor.uri", contains(ben));
        find(peer.url("/@ben/1")).statusCode(200).body("statuses.uri", contains(ben + "/notes/1"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_statuses")).isOne();
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).isEmpty();
    }

    @Test
    void showsWhatStandsAtAnAddressOfThisServer() {
        var id = Social.said(ana, "Hola", "public");
        var secret = Social.saidTo(joined("Zoe"), "Psst", joined("Rita"));

        find(Callers.PUBLIC_URL + "/ap/statuses/" + id).statusCode(200).body("statuses.id", contains(id));
        find(Callers.PUBLIC_URL + "/ap/statuses/" + secret).statusCode(404);
    }

    @Test
    void believesNoPostOfAnotherServersAuthor() {
        peer.has(note("1").put("attributedTo", "https://elsewhere.example/eve"));
        peer.has(note("2").put("id", "https://elsewhere.example/2").put("attributedTo", ben));
        peer.has("/3", new JsonObject().put("id", peer.url("/3")).put("type", "Collection"));

        for (var path : List.of("/users/Ben/notes/1", "/2", "/3")) {
            var status = find(peer.url(path)).extract().statusCode();
            assertThat(status).as(path).isIn(404, 422);
        }
        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_statuses")).isZero();
    }

    @Test
    void bringsBackNothingThatWasDeleted() {
        peer.has(note("1"));
        sql.run("INSERT INTO internal.tombstone (uri, former_type, told) VALUES (?, 'Note', false)", ben + "/notes/1");

        find(ben + "/notes/1").statusCode(404).body("type", is("/problems/not-there-elsewhere"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM social_statuses")).isZero();
    }

    @Test
    void putsAnAnswerThatWasHereBeforeInItsPlace() {
        peer.has(note("1")).has(note("2").put("inReplyTo", ben + "/notes/1"));
        find(ben + "/notes/2").statusCode(200);

        find(ben + "/notes/1").statusCode(200).body("statuses.repliesCount", contains(1));

        var id = sql.one(String.class, "SELECT id FROM social_statuses WHERE uri = ?", ben + "/notes/1");
        as(ana).get("/api/social/statuses/" + id + "/thread")
                .then()
                .body("descendants.uri", contains(ben + "/notes/2"));
    }

    @Test
    void remembersForAWhileThatNobodyIsThere() {
        find("nobody@" + peer.host()).statusCode(404).body("type", is("/problems/not-there-elsewhere"));
        find("nobody@" + peer.host()).statusCode(404);

        assertThat(peer.asked("GET", "/.well-known/webfinger")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x@127.0.0.1:1", "http://user:pw@localhost/", "https://[::1]/x", "ben@..", "@@", "a@b@c"})
    void refusesOrFindsNothingOfWhatIsNoneElsewhere(String words) {
        assertThat(find(words).extract().statusCode()).isIn(200, 422, 502);
        assertThat(sql.one(
                        Long.class, "SELECT count(*) FROM social_actors WHERE profile_id IS NULL AND id <> 'instance'"))
                .isZero();
    }

    @Test
    void isForMembersAndForWords() {
        anonymous().queryParam("q", "ana").get("/api/social/search").then().statusCode(401);
        find(" ").statusCode(422).body("type", is("/problems/invalid-input"));
        find("x".repeat(2001)).statusCode(422);
    }

    @Test
    void followsAndNamesWhomNobodyHasMetYet() {
        as(ana).put("/api/social/actors/ben@" + peer.host() + "/follow")
                .then()
                .statusCode(200)
                .body("state", is("pending"));
        peer.calls("eve", peer.actor("Eve"));

        var id = Social.said(ana, "Hola @eve@" + peer.host() + " @nobody@" + peer.host(), "public");

        assertThat(sql.list(String.class, "SELECT name FROM social_tags WHERE status_id = ?", id))
                .containsExactly("@Eve@" + peer.host());
        as(ana).put("/api/social/actors/nobody@" + peer.host() + "/follow")
                .then()
                .statusCode(404);
    }
}
