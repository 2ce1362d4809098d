package club.panamia.profile.review;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class DecisionTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EncryptionKeys keys;

    private Person ana;
    private Person ada;

    @BeforeEach
    void people() {
        ana = seed.person("Ana");
        ada = seed.admin("Ada");
    }

    @Test
    void approvesWhatWasHandedIn() {
        var id = Walk.submitted(ana, "Ana");

        Walk.approve(ada, id)
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("id", is(id))
                .body("status", is("approved"))
                .body("reviewedAt", notNullValue())
                .body("reason", nullValue());

        assertThat(sql.rows("SELECT status::text, active, reviewed_by, review_reason FROM profiles"))
                .containsExactly(row("approved", true, ada.id(), null));
        assertThat(lastEvent())
                .containsEntry("type", "profile.profile.approved")
                .containsEntry("actor_id", ada.id())
                .containsEntry(
                        "payload",
                        "{\"userId\": \"%s\", \"version\": 2, \"profileId\": \"%s\"}".formatted(ana.id(), id));
        assertThat(mail("profile-published:" + id + ":2"))
                .contains("\"name\":\"Ana\"")
                .contains("\"link\":\"http://localhost:8080/p/Ana\"");
    }

    @Test
    void declinesWithTheReasonForItsOwner() {
        var id = Walk.submitted(ana, "Ana");

        Walk.decline(ada, id, "  Say what you make. ")
                .statusCode(200)
                .body("status", is("declined"))
                .body("reason", is("Say what you make."));

        assertThat(sql.rows("SELECT status::text, active, reviewed_by, review_reason FROM profiles"))
                .containsExactly(row("declined", false, ada.id(), "Say what you make."));
        assertThat(lastEvent())
                .containsEntry("type", "profile.profile.declined")
                .hasEntrySatisfying(
                        "payload", payload -> assertThat((String) payload).doesNotContain("Say"));
        assertThat(mail("profile-not-published:" + id + ":2")).contains("\"reason\":\"Say what you make.\"");
        as(ana).get("/api/profiles/me").then().body("reviewReason", is("Say what you make."));
    }

    @Test
    void forgetsTheReasonWithTheApproval() {
        var id = Walk.submitted(ana, "Ana");
        Walk.decline(ada, id, "Say what you make.");
        Walk.submit(ana);

        Walk.approve(ada, id).statusCode(200);

        as(ana).get("/api/profiles/me").then().body("reviewReason", nullValue()).body("active", is(true));
    }

    @Test
    void decidesOnlyOnWhatWaits() {
        var id = Walk.draft(ana, "Ana");
        Walk.approve(ada, id)
                .statusCode(409)
                .body("type", is("/problems/profile-not-submitted"))
                .body("profileStatus", is("draft"));
        Walk.decline(ada, id, "No.").statusCode(409);

        Walk.submit(ana);
        Walk.approve(ada, id).statusCode(200);

        Walk.approve(ada, id).statusCode(409).body("profileStatus", is("approved"));
        Walk.decline(ada, id, "No.").statusCode(409);
        assertThat(Walk.events()).containsExactly("profile.profile.submitted", "profile.profile.approved");
        assertThat(Walk.mails()).hasSize(2);
    }

    @Test
    void letsOneOfTwoAdministratorsDecide() {
        var id = Walk.submitted(ana, "Ana");
        var eve = seed.admin("Eve");

        var answers = Race.of(
                8,
                runner -> () -> (runner % 2 == 0 ? Walk.approve(ada, id) : Walk.decline(eve, id, "No."))
                        .extract()
                        .statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(7);
        assertThat(Walk.events()).hasSize(2);
        assertThat(Walk.mails()).hasSize(2);
        assertThat(sql.one(Integer.class, "SELECT version FROM profiles")).isEqualTo(2);
        assertThat(sql.one(
                        Boolean.class,
                        "SELECT active = (status = 'approved') AND active = (review_reason IS NULL) FROM profiles"))
                .isTrue();
    }

    @Test
    void doesNotDecideOnWhatTheReviewerHasNotSeen() {
        var id = Walk.submitted(ana, "Ana");
        as(ana).contentType("application/merge-patch+json")
                .header("If-Match", "\"1\"")
                .body("{\"name\": \"Something else\"}")
                .patch("/api/profiles/me")
                .then()
                .statusCode(200);

        as(ada).header("If-Match", "\"1\"")
                .put(approval(id))
                .then()
                .statusCode(412)
                .body("type", is("/problems/stale-version"));
        assertThat(Walk.statusOf(id)).isEqualTo("submitted");

        as(ada).header("If-Match", "\"2\"").put(approval(id)).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"reason\": null}", "{\"reason\": \"  \"}", "{\"reason\": \"a\\u0000\"}"})
    void wantsAReasonForANo(String verdict) {
        var id = Walk.submitted(ana, "Ana");

        as(ada).contentType(ContentType.JSON)
                .body(verdict)
                .put("/api/profiles/" + id + "/decline")
                .then()
                .statusCode(422)
                .body("errors[0].path", is("/reason"));

        assertThat(Walk.statusOf(id)).isEqualTo("submitted");
    }

    @Test
    void refusesAnEndlessReason() {
        var id = Walk.submitted(ana, "Ana");

        Walk.decline(ada, id, "x".repeat(1001)).statusCode(422).body("errors[0].path", is("/reason"));
        Walk.decline(ada, id, "x".repeat(1000)).statusCode(200);
    }

    @Test
    void isForAdministrators() {
        var id = Walk.submitted(ana, "Ana");
        var moderator = seed.withRole("Moe", "contentModerator");

        for (var person : new Person[] {ana, moderator}) {
            Walk.approve(person, id).statusCode(403).body("type", is("/problems/forbidden"));
            Walk.decline(person, id, "No.").statusCode(403);
        }
        anonymous().put(approval(id)).then().statusCode(401);
        assertThat(Walk.statusOf(id)).isEqualTo("submitted");
    }

    @Test
    void knowsNoSuchProfile() {
        Walk.approve(ada, "pnobody").statusCode(404).body("type", is("/problems/no-such-profile"));
        Walk.decline(ada, "pnobody", "No.").statusCode(404);
    }

    private static String approval(String id) {
        return "/api/profiles/" + id + "/approval";
    }

    private Map<String, Object> lastEvent() {
        return sql.rows("SELECT type, actor_id, payload::text FROM internal.event ORDER BY id DESC LIMIT 1")
                .getFirst();
    }

    /** The parameters of the mail with this key, to Ana. */
    private String mail(String dedupeKey) {
        var sealed = sql.one(
                byte[].class,
                "SELECT params FROM internal.mail_outbox WHERE dedupe_key = ? AND recipient = ? AND locale = 'en'",
                dedupeKey,
                ana.email());
        return new String(keys.decrypt(sealed, "mail-outbox:" + dedupeKey), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> row(String status, boolean active, String reviewedBy, String reason) {
        var row = new java.util.HashMap<String, Object>();
        row.put("status", status);
        row.put("active", active);
        row.put("reviewed_by", reviewedBy);
        row.put("review_reason", reason);
        return row;
    }
}
