package club.panamia.ops.newsletter;

import static club.panamia.testing.http.Callers.anonymous;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ConfirmationResourceTest {

    @Inject
    Letterbox letterbox;

    private final Sql sql = TestDatabase.get().sql();

    private String token;

    @BeforeEach
    void asked() {
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of(
                        "name", "Ana", "email", "ana@example.org", "signupType", "resident_support", "locale", "es"))
                .post("/api/newsletter/signups")
                .then()
                .statusCode(202);
        token = letterbox.token("newsletter-confirm");
    }

    @Test
    void tellsOnceThatAMemberReadsIt() {
        var ana = new Seed().person("ana");

        press(token).statusCode(200);
        press(token).statusCode(200);

        assertThat(sql.list(
                        String.class,
                        "SELECT payload ->> 'userId' FROM internal.event WHERE type = 'ops.newsletter.confirmed'"))
                .containsExactly(ana.id());
    }

    @Test
    void tellsNothingOfWhoIsNoMember() {
        press(token).statusCode(200);

        assertThat(sql.list(String.class, "SELECT id FROM internal.event WHERE type = 'ops.newsletter.confirmed'"))
                .isEmpty();
    }

    @Test
    void showsWhatTheButtonDoesAndChangesNothing() {
        given().get(ConfirmationResource.PATH + "?token=" + token)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("Content-Security-Policy", containsString("form-action 'self'"))
                .body(containsString("lang=\"es\""))
                .body(containsString("ana@example.org"))
                .body(containsString("method=\"post\""));
        given().head(ConfirmationResource.PATH + "?token=" + token).then().statusCode(200);

        assertThat(reading()).isZero();
    }

    @Test
    void confirmsByTheButton() {
        press(token).statusCode(200).body(containsString("on the list"));

        assertThat(reading()).isOne();
        assertThat(acts()).isEqualTo("asked confirmed");
        var welcome = letterbox.newest("newsletter-welcome");
        assertThat(welcome.recipient()).isEqualTo("ana@example.org");
        var leave = welcome.params().get("unsubscribe").replace("http://localhost:8080", "");
        given().post(leave).then().statusCode(200);
        assertThat(reading()).isZero();
    }

    @Test
    void confirmsOnceHoweverOftenItIsPressed() {
        var answers = Race.of(10, i -> () -> press(token).extract().statusCode());

        assertThat(answers).containsOnly(200);
        var before = sql.one(String.class, "SELECT confirmed_at::text FROM newsletter_signups");
        press(token).statusCode(200);
        assertThat(sql.one(String.class, "SELECT confirmed_at::text FROM newsletter_signups"))
                .isEqualTo(before);
        assertThat(sql.one(
                        Long.class, "SELECT count(*) FROM internal.mail_outbox WHERE template = 'newsletter-welcome'"))
                .isOne();
        assertThat(acts()).isEqualTo("asked confirmed");
    }

    @Test
    void givesEveryLinkThatDoesNotOpenTheSameAnswer() {
        var unknown = press("x").statusCode(410).extract().asString();
        sql.run("UPDATE newsletter_signups SET confirm_expires_at = now() - interval '1 second'");

        var late = press(token).statusCode(410).extract().asString();

        assertThat(late).isEqualTo(unknown);
        given().get(ConfirmationResource.PATH + "?token=" + token)
                .then()
                .statusCode(410)
                .body(not(containsString("ana@example.org")), not(containsString("<form")));
        given().get(ConfirmationResource.PATH).then().statusCode(410);
        assertThat(reading()).isZero();
    }

    @Test
    void opensTheNewestLinkOnly() {
        asked();
        var newest = token;
        var first = sql.one(Long.class, "SELECT count(DISTINCT dedupe_key) FROM internal.mail_outbox");

        press(newest).statusCode(200);

        assertThat(first).isEqualTo(2);
        assertThat(reading()).isOne();
    }

    @Test
    void countsTries() {
        for (var i = 0; i < 30; i++) {
            press("x").statusCode(410);
        }

        press("x").statusCode(429);
    }

    private static ValidatableResponse press(String token) {
        return given().contentType(ContentType.URLENC)
                .formParam("token", token)
                .post(ConfirmationResource.PATH)
                .then();
    }

    private long reading() {
        return sql.one(
                Long.class,
                "SELECT count(*) FROM newsletter_signups WHERE confirmed_at IS NOT NULL AND unsubscribed_at IS NULL");
    }

    private String acts() {
        return sql.one(String.class, "SELECT string_agg(act, ' ' ORDER BY id) FROM internal.newsletter_consent");
    }
}
