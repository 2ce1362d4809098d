package club.panamia.social.rule;

import static club.panamia.social.Social.actorId;
import static club.panamia.social.Social.joined;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import club.panamia.social.Peer;
import club.panamia.social.inbox.InboxOfTests;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ServerRulesResourceTest {

    private static final String RULES = "/api/social/server-rules";

    private final Sql sql = TestDatabase.get().sql();
    private final Peer peer = new Peer();
    private Person admin;
    private String ana;
    private String ben;

    @Inject
    InboxOfTests inbox;

    @Inject
    ServerRules rules;

    @BeforeEach
    void people() {
        rules.forget();
        admin = new Seed().admin("Olga");
        ana = actorId(joined("Ana"));
        ben = peer.actor("Ben");
        send("Follow", Callers.PUBLIC_URL + "/ap/actors/" + ana);
    }

    @AfterEach
    void close() {
        rules.forget();
        peer.close();
    }

    private void send(String type, String object) {
        var activity = new JsonObject()
                .put("id", ben + "/activities/" + UUID.randomUUID())
                .put("type", type)
                .put("actor", ben)
                .put("object", object);
        Peer.send(ben, "/ap/inbox", activity).statusCode(202);
        inbox.drain();
    }

    private ValidatableResponse decide(String domain, String severity) {
        return as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("severity", severity, "reason", "They send spam"))
                .put(RULES + "/" + domain)
                .then();
    }

    private long count(String table) {
        return sql.one(Long.class, "SELECT count(*) FROM " + table);
    }

    private String standing() {
        return sql.one(String.class, "SELECT standing FROM social_actors WHERE uri = ?", ben);
    }

    private List<String> trail() {
        return sql.list(
                String.class,
                "SELECT action FROM internal.security_event WHERE subject_id = ? ORDER BY id",
                peer.host());
    }

    @Test
    void ofSuspensionEndsFollowsAndWhatIsOnItsWay() {
        assertThat(count("social_follows")).isOne();
        assertThat(count("internal.delivery")).isOne();

        decide(peer.host(), "suspend").statusCode(204);

        assertThat(count("social_follows")).isZero();
        assertThat(count("internal.delivery")).isZero();
        assertThat(standing()).isEqualTo("suspended");
        assertThat(trail()).contains("server-suspend");
    }

    @Test
    void ofSuspensionTakesNothingAndAsksForNothing() {
        decide(peer.host(), "suspend").statusCode(204);
        var asked = peer.asked("GET", "/").size();
        var had = count("internal.inbox_activity");
        var eve = peer.actor("Eve");

        send("Follow", Callers.PUBLIC_URL + "/ap/actors/" + ana);
        Peer.send(
                        eve,
                        "/ap/inbox",
                        new JsonObject()
                                .put("id", eve + "/1")
                                .put("type", "Like")
                                .put("actor", eve)
                                .put("object", "x"))
                .statusCode(202);

        assertThat(count("internal.inbox_activity")).isEqualTo(had);
        assertThat(count("social_follows")).isZero();
        assertThat(peer.asked("GET", "/")).hasSize(asked);
    }

    @Test
    void ofSilenceLimitsWhoIsThereAndWhoComes() {
        decide(peer.host(), "silence").statusCode(204);
        var eve = peer.actor("Eve");
        ben = eve;
        send("Follow", Callers.PUBLIC_URL + "/ap/actors/" + ana);

        assertThat(sql.list(String.class, "SELECT standing FROM social_actors WHERE domain = ?", peer.host()))
                .containsExactly("limited", "limited");
        assertThat(count("social_follows")).isEqualTo(2);
    }

    @Test
    void freeAgainButNotWhomAModeratorSuspendedBesides() {
        var id = sql.one(String.class, "SELECT id FROM social_actors WHERE uri = ?", ben);
        decide(peer.host(), "silence").statusCode(204);
        as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of("standing", "suspended", "reason", "They are a machine"))
                .put("/api/social/restrictions/" + id)
                .then()
                .statusCode(204);
        as(admin).delete(RULES + "/" + peer.host()).then().statusCode(204);
        assertThat(standing()).isEqualTo("suspended");

        as(admin).delete("/api/social/restrictions/" + id).then().statusCode(204);

        assertThat(standing()).isEqualTo("good");
        as(admin)
                .delete(RULES + "/" + peer.host())
                .then()
                .statusCode(404)
                .body("type", is("/problems/no-such-server-rule"));
    }

    @Test
    void countFromTheNearestDomain() {
        sql.run("UPDATE social_actors SET domain = 'deep.bad.example' WHERE uri = ?", ben);

        decide("*", "suspend").statusCode(204);
        assertThat(standing()).isEqualTo("suspended");
        decide("bad.example", "silence").statusCode(204);
        assertThat(standing()).isEqualTo("limited");
        decide("deep.bad.example", "noop").statusCode(204);
        assertThat(standing()).isEqualTo("good");
        decide("ad.example", "suspend").statusCode(204);
        assertThat(standing()).isEqualTo("good");
    }

    @Test
    void areMadeOnceHoweverManyMakeThem() {
        Race.of(4, runner -> () -> decide(peer.host(), "suspend").extract().statusCode())
                .forEach(status -> assertThat(status).isEqualTo(204));

        assertThat(trail()).containsExactly("server-suspend");
    }

    @Test
    void areForAdministratorsAndDomainsOfOthers() {
        decide("localhost:8080", "suspend").statusCode(422).body("type", is("/problems/invalid-input"));
        decide("localhost", "suspend").statusCode(422).body("type", is("/problems/invalid-input"));
        decide("no domain", "suspend").statusCode(422);
        as(admin)
                .contentType(ContentType.JSON)
                .body(Map.of())
                .put(RULES + "/x.example")
                .then()
                .statusCode(422);

        var member = new Seed().person("Zoe");
        as(member).get(RULES).then().statusCode(403);
        as(member).get(RULES + "/file").then().statusCode(403);
        as(member).delete(RULES + "/x.example").then().statusCode(403);
        anonymous().get(RULES).then().statusCode(401);
        assertThat(sql.list(String.class, "SELECT domain FROM internal.server_rule"))
                .isEmpty();
    }

    @Test
    void areNoneToBeginWith() {
        as(admin).get(RULES).then().statusCode(200).body("items", empty());
    }
}
