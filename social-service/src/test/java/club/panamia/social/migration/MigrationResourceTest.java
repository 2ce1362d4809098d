package club.panamia.social.migration;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.social.Peer;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonArray;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MigrationResourceTest {

    private static final String MINE = "/api/social/actors/me/migration";

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person ana;
    private String anaUri;
    private String there;

    @BeforeEach
    void ana() {
        ana = joined("Ana");
        anaUri = Callers.PUBLIC_URL + "/ap/actors/" + actorId(ana);
        there = peer.actor("Ana");
    }

    @AfterEach
    void close() {
        peer.hasHeardWholeActivities();
        peer.close();
    }

    private ValidatableResponse put(Person person, String path, Map<String, ?> body) {
        return as(person)
                .contentType(ContentType.JSON)
                .body(body)
                .put(MINE + path)
                .then();
    }

    private ValidatableResponse move(String target) {
        return put(ana, "/destination", Map.of("movedTo", target));
    }

    private void followedFromThere() {
        sql.run("""
                INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
                SELECT id, ?, 'accepted', now() FROM social_actors WHERE uri = ?""", actorId(ana), there);
    }

    private List<String> told() {
        return sql.list(
                String.class,
                "SELECT coalesce(body::jsonb ->> 'type', kind) FROM internal.outgoing_activity ORDER BY id");
    }

    @Test
    void namesWhoIAmElsewhereAndShowsItToOtherServers() {
        put(ana, "/aliases", Map.of("alsoKnownAs", List.of(there)))
                .statusCode(200)
                .body("alsoKnownAs", contains(there))
                .body("movedTo", nullValue());

        given().accept("application/activity+json")
                .get("/ap/actors/" + actorId(ana))
                .then()
                .statusCode(200)
                .body("alsoKnownAs", contains(there));
        followedFromThere();
        put(ana, "/aliases", Map.of("alsoKnownAs", List.of())).statusCode(200).body("alsoKnownAs", empty());
        assertThat(told()).containsExactly("actor");
    }

    @Test
    void movesWhereTheActorElsewhereSaysSoAndTellsWhoFollows() {
        put(ana, "/aliases", Map.of("alsoKnownAs", List.of(there))).statusCode(200);
        followedFromThere();
        move(there).statusCode(409).body("type", is("/problems/not-also-known"));
        assertThat(told()).isEmpty();

        peer.has(peer.describe("Ana", Peer.KEYS).put("alsoKnownAs", new JsonArray().add(anaUri)));
        move(there).statusCode(200).body("movedTo", is(there));

        assertThat(told()).containsExactly("actor", "Move");
        assertThat(sql.rows("SELECT body::jsonb ->> 'object' AS object, body::jsonb ->> 'target' AS target"
                        + " FROM internal.outgoing_activity WHERE kind = 'whole'"))
                .containsExactly(Map.of("object", anaUri, "target", there));
        given().accept("application/activity+json")
                .get("/ap/actors/" + actorId(ana))
                .then()
                .body("movedTo", is(there));
    }

    @Test
    void staysAfterAll() {
        sql.run("UPDATE social_actors SET moved_to = ? WHERE uri = ?", there, anaUri);

        as(ana).delete(MINE + "/destination").then().statusCode(204);
        as(ana).delete(MINE + "/destination").then().statusCode(204);

        as(ana).get(MINE).then().statusCode(200).body("movedTo", nullValue());
    }

    @Test
    void refusesWhoIsNobodyElsewhere() {
        put(ana, "/aliases", Map.of("alsoKnownAs", List.of(peer.url("/users/Nobody"))))
                .statusCode(422)
                .body("type", is("/problems/no-actor-elsewhere"));
        put(ana, "/aliases", Map.of("alsoKnownAs", List.of("nonsense"))).statusCode(422);
        put(ana, "/aliases", Map.of("alsoKnownAs", Collections.nCopies(6, there)))
                .statusCode(422);
        put(ana, "/aliases", Map.of()).statusCode(422);
        move(" ").statusCode(422).body("type", is("/problems/invalid-input"));
        move(peer.url("/users/Nobody")).statusCode(422).body("type", is("/problems/no-actor-elsewhere"));

        assertThat(sql.one(String.class, "SELECT also_known_as::text FROM social_actors WHERE uri = ?", anaUri))
                .isEqualTo("[]");
    }

    @Test
    void isForWhoTakesPart() {
        var eve = new Seed().person("Eve");

        anonymous().get(MINE).then().statusCode(401);
        as(eve).get(MINE).then().statusCode(403).body("type", is("/problems/not-taking-part"));
        put(eve, "/aliases", Map.of("alsoKnownAs", List.of())).statusCode(403);
        put(eve, "/destination", Map.of("movedTo", there)).statusCode(403);
        as(eve).delete(MINE + "/destination").then().statusCode(204);
    }
}
