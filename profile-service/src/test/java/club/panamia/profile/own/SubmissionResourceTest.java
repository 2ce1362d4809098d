package club.panamia.profile.own;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.profile.Walk;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SubmissionResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void handsADraftIn() {
        var ana = seed.person("Ana");
        var id = Walk.draft(ana, "Ana");

        Walk.submit(ana)
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("id", is(id))
                .body("status", is("submitted"))
                .body("submittedAt", notNullValue())
                .body("active", is(false));

        assertThat(Walk.statusOf(id)).isEqualTo("submitted");
        var event = sql.rows("SELECT type, actor_id, payload::text FROM internal.event")
                .getFirst();
        assertThat(event)
                .containsEntry("type", "profile.profile.submitted")
                .containsEntry("actor_id", ana.id())
                .containsEntry(
                        "payload",
                        "{\"userId\": \"%s\", \"version\": 1, \"profileId\": \"%s\"}".formatted(ana.id(), id));
        assertThat(Walk.mails()).containsExactly("profile-submitted " + ana.email());
    }

    @Test
    void tellsStaffAndRemembersTheStep() {
        var ana = seed.person("Ana");
        Walk.submitted(ana, "Ana");

        assertThat(sql.list(String.class, "SELECT template || ' ' || recipient FROM internal.mail_outbox"))
                .containsExactlyInAnyOrder(
                        "profile-submitted " + ana.email(), "staff-profile-submitted staff@pana.test");
        assertThat(sql.list(String.class, "SELECT dedupe_key FROM internal.mail_outbox"))
                .noneMatch(key -> key.contains("@"));
        assertThat(Walk.history()).containsExactly("submitted");
    }

    @ParameterizedTest
    @CsvSource({"es-CU,es", "'fr, es;q=0.5',es", "en-GB,en", "fr,en", "';;q',en"})
    void writesToItsOwnerInTheirLanguage(String languages, String locale) {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        as(ana).header("Accept-Language", languages)
                .put("/api/profiles/me/submission")
                .then()
                .statusCode(200);

        assertThat(sql.one(
                        String.class, "SELECT locale FROM internal.mail_outbox WHERE template = 'profile-submitted'"))
                .isEqualTo(locale);
    }

    @Test
    void handsADeclinedOneInAgain() {
        var ana = seed.person("Ana");
        var id = Walk.submitted(ana, "Ana");
        Walk.decline(seed.admin("Ada"), id, "Say what you make.").statusCode(200);

        Walk.submit(ana).statusCode(200).body("status", is("submitted"));

        assertThat(Walk.events())
                .containsExactly("profile.profile.submitted", "profile.profile.declined", "profile.profile.submitted");
        assertThat(Walk.mails())
                .filteredOn(mail -> mail.startsWith("profile-submitted"))
                .hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "submitted,profile-already-submitted",
        "approved,profile-already-approved",
        "suspended,profile-suspended",
    })
    void refusesInEveryOtherState(String status, String slug) {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");
        sql.run(
                "UPDATE profiles SET status = ?::profile_status, submitted_at = now(), reviewed_at = now(), review_reason = 'Why.'",
                status);

        Walk.submit(ana).statusCode(409).body("type", is("/problems/" + slug));

        assertThat(Walk.events()).isEmpty();
        assertThat(Walk.mails()).isEmpty();
    }

    @Test
    void tellsOnceHoweverOftenTheButtonIsPressed() {
        var ana = seed.person("Ana");
        Walk.draft(ana, "Ana");

        var answers = Race.of(6, runner -> () -> Walk.submit(ana).extract().statusCode());

        assertThat(answers)
                .containsOnlyOnce(200)
                .filteredOn(status -> status == 409)
                .hasSize(5);
        assertThat(Walk.events()).hasSize(1);
        assertThat(Walk.mails()).hasSize(1);
    }

    @Test
    void needsAProfileAndItsOwner() {
        Walk.submit(seed.person("Ana")).statusCode(404).body("type", is("/problems/no-profile-yet"));
        anonymous().put("/api/profiles/me/submission").then().statusCode(401);
    }
}
