package club.panamia.engagement.points;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class PointsTest {

    private static final String WHY = "{\"reason\": \"Helped at the fair.\"}";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;
    private Person ben;
    private Person admin;

    @BeforeEach
    void anaWhoseCodeBenBrings() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        admin = seed.admin("Boss");
        sql.run(
                "UPDATE users SET affiliate = '{\"activated\": true, \"code\": \"CPANAANAANA1\"}' WHERE id = ?",
                ana.id());
        seed.approvedProfile(ben);
        sql.run("UPDATE profiles SET affiliate = 'CPANAANAANA1'");
    }

    @Test
    void comeFromDeedsOnceHoweverOftenTheyAreTold() {
        happened("auth.user.registered", ben);
        happened("profile.profile.submitted", ben);
        happened("profile.profile.submitted", ben);
        sql.run("UPDATE internal.event_cursor SET position = 0 WHERE consumer = 'engagement-service'");
        pump();

        as(ben).get("/api/interactions")
                .then()
                .statusCode(200)
                .body("items.action", contains("profile_signup", "user_signup"))
                .body("items.points", contains(50, 10));
        balance(ben, 60, 0);
        balance(ana, 0, 60);
        as(ana).get("/api/interactions/referrals")
                .then()
                .statusCode(200)
                .body("items.action", contains("profile_signup", "user_signup"))
                .body("items.count", contains(1, 1))
                .body("items.points", contains(50, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE users SET created_at = now() - interval '15 days'",
                "UPDATE users SET affiliate = '{\"activated\": false, \"code\": \"CPANAANAANA1\"}' WHERE screenname = 'Ana'",
                "UPDATE profiles SET affiliate = 'CPNOBODY'",
                "UPDATE users SET locked_at = now() WHERE screenname = 'Ana'",
                "WITH own AS (UPDATE users SET affiliate = '{\"activated\": true, \"code\": \"CPBENBENBEN1\"}' WHERE screenname = 'Ben')"
                        + " UPDATE profiles SET affiliate = 'CPBENBENBEN1'",
            })
    void areNobodyElsesWhereNobodyBroughtThePerson(String because) {
        sql.run(because);

        happened("profile.profile.submitted", ben);

        assertThat(sql.list(String.class, "SELECT coalesce(affiliate, '-') FROM interactions"))
                .containsExactly("-");
    }

    @Test
    void areGivenByAdministratorsOnceForEachKey() {
        var statuses = Race.of(6, i -> () -> adjust(admin, "fair-2026", 25).statusCode());
        adjust(admin, "fair-2027", -5).then().statusCode(200);

        assertThat(statuses).containsOnly(200);
        balance(ben, 20, 0);
        as(ben).get("/api/interactions")
                .then()
                .body("items.reason", contains("Helped at the fair.", "Helped at the fair."));
    }

    @Test
    void areTakenBackOnceByAnEntryOfTheOppositeValue() {
        happened("profile.profile.submitted", ben);
        var entry = sql.one(String.class, "SELECT id FROM interactions");

        var statuses = Race.of(6, i -> () -> reverse(admin, entry).statusCode());

        assertThat(statuses.stream().filter(status -> status == 200)).hasSize(1);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(5);
        balance(ben, 0, 0);
        balance(ana, 0, 0);
        var reversal = sql.one(String.class, "SELECT id FROM interactions WHERE reversal_of IS NOT NULL");
        reverse(admin, reversal).then().statusCode(404).body("type", is("/problems/no-such-points-entry"));
    }

    @ParameterizedTest
    @CsvSource({"true, donation_membership", "false, donation_onetime"})
    void comeFromADonationOnceForEachReceipt(boolean membership, String action) {
        var statuses = Race.of(6, i -> () -> donate(admin, "ben", membership).statusCode());

        assertThat(statuses).containsOnly(204);
        as(ben).get("/api/interactions")
                .then()
                .body("items.action", contains(action))
                .body("items.points", contains(100));
        balance(ana, 0, 100);
        donate(ana, "ben", membership).then().statusCode(403);
        donate(admin, "nobody", membership).then().statusCode(404).body("type", is("/problems/nobody-to-credit"));
    }

    @Test
    void areCorrectedByAdministratorsForAReasonOnly() {
        adjust(ana, "mine", 1000).then().statusCode(403);
        anonymous().get("/api/interactions/balance").then().statusCode(401);
        as(admin)
                .contentType(ContentType.JSON)
                .body("{\"screenname\": \"ben\", \"points\": 5, \"reason\": \"short\"}")
                .put("/api/interactions/adjustments/x")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/reason"));
        as(admin)
                .contentType(ContentType.JSON)
                .body("{\"screenname\": \"nobody\", \"points\": 5, \"reason\": \"Helped at the fair.\"}")
                .put("/api/interactions/adjustments/x")
                .then()
                .statusCode(404)
                .body("type", is("/problems/nobody-to-credit"));
        as(ana).get("/api/interactions/referrals?cursor=nonsense").then().statusCode(422);

        assertThat(sql.list(String.class, "SELECT id FROM interactions")).isEmpty();
    }

    private static Response adjust(Person by, String key, int points) {
        return as(by).contentType(ContentType.JSON)
                .body("{\"screenname\": \"ben\", \"points\": %d, \"reason\": \"Helped at the fair.\"}"
                        .formatted(points))
                .put("/api/interactions/adjustments/" + key);
    }

    private static Response donate(Person by, String to, boolean membership) {
        return as(by).contentType(ContentType.JSON)
                .body("{\"screenname\": \"%s\", \"membership\": %s}".formatted(to, membership))
                .put("/api/interactions/donations/receipt-1");
    }

    private static Response reverse(Person by, String entry) {
        return as(by).contentType(ContentType.JSON).body(WHY).put("/api/interactions/" + entry + "/reversal");
    }

    private static void balance(Person person, int own, int referred) {
        as(person)
                .get("/api/interactions/balance")
                .then()
                .statusCode(200)
                .body("own", is(own))
                .body("referred", is(referred))
                .body("total", is(own + referred));
    }

    private void happened(String type, Person person) {
        sql.run(
                "INSERT INTO internal.event (type, actor_id, payload) VALUES (?, ?, jsonb_build_object('userId', ?::text, 'version', 1))",
                type,
                person.id(),
                person.id());
        pump();
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
