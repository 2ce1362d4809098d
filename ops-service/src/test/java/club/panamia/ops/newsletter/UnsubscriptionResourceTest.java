package club.panamia.ops.newsletter;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class UnsubscriptionResourceTest {

    private static final String PREFERENCES = "/api/newsletter/preferences";

    @Inject
    Letterbox letterbox;

    @Inject
    ReaderKey keys;

    @Inject
    Readers readers;

    private final Sql sql = TestDatabase.get().sql();

    private String url;
    private String key;

    @BeforeEach
    void reader() {
        sql.run("INSERT INTO newsletter_signups (id, email, name, signup_type, locale, confirmed_at)"
                + " VALUES ('r1', 'ana@example.org', 'Ana <b>', 'resident_support', 'es', now())");
        key = keys.of("r1");
        url = UnsubscriptionResource.PATH + "?key=" + key;
    }

    @Test
    void showsWhatTheButtonDoesAndChangesNothing() {
        given().get(url)
                .then()
                .statusCode(200)
                .body(containsString("ana@example.org"), containsString("lang=\"es\""), containsString("<form"));

        assertThat(reads()).isTrue();
    }

    /** As mail programs do it: without a cookie or an origin, in either form that RFC 8058 allows. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leavesWithOneClickOfTheMailProgram(boolean multipart) {
        var program = multipart
                ? given().multiPart("List-Unsubscribe", "One-Click")
                : given().contentType(ContentType.URLENC).formParam("List-Unsubscribe", "One-Click");

        program.post(url).then().statusCode(200);

        assertThat(reads()).isFalse();
        assertThat(acts()).isEqualTo("left");
    }

    @Test
    void tellsTheOwnerWhoComesBackByTheLink() {
        given().post(url).then().statusCode(200);

        var letter = letterbox.newest("newsletter-left");
        assertThat(letter.recipient()).isEqualTo("ana@example.org");
        assertThat(letter.locale()).isEqualTo("es");
        given().contentType(ContentType.URLENC)
                .formParam("token", letterbox.token("newsletter-left"))
                .post(ConfirmationResource.PATH)
                .then()
                .statusCode(200);
        assertThat(reads()).isTrue();
        assertThat(acts()).isEqualTo("left confirmed");
    }

    @Test
    void leavesOnceHoweverOftenItIsAsked() {
        var answers = Race.of(8, i -> () -> given().post(url).statusCode());

        assertThat(answers).containsOnly(200);
        assertThat(acts()).isEqualTo("left");
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isOne();
    }

    @Test
    void mailsNothingToSomebodyWhoNeverConfirmed() {
        sql.run("UPDATE newsletter_signups SET confirmed_at = NULL");

        given().post(url).then().statusCode(200);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "r1", "r1.", ".x", "r1.0000", "r2.x"})
    void knowsNobodyByAnotherKey(String wrong) {
        given().get(UnsubscriptionResource.PATH + "?key=" + wrong)
                .then()
                .statusCode(410)
                .body(not(containsString("ana@example.org")));
        given().post(UnsubscriptionResource.PATH + "?key=" + wrong).then().statusCode(410);
        given().get(PREFERENCES + "?key=" + wrong).then().statusCode(410);

        assertThat(reads()).isTrue();
    }

    @Test
    void showsAndSavesWhatAReaderSays() {
        given().get(PREFERENCES + "?key=" + key)
                .then()
                .statusCode(200)
                .body(containsString("Ana &lt;b&gt;"), containsString("value=\"resident_support\" selected"));

        save("Ana María", "visiting_florida", "en").statusCode(200).body(containsString("Saved"));

        assertThat(sql.one(String.class, "SELECT concat_ws(' ', name, signup_type, locale) FROM newsletter_signups"))
                .isEqualTo("Ana María visiting_florida en");
        assertThat(acts()).isEqualTo("changed");
    }

    @Test
    void savesNothingThatMakesNoSense() {
        save("Ana", "martian", "en").statusCode(422);
        save("Ana", "visiting_florida", "fr").statusCode(422);
        save("x".repeat(76), "visiting_florida", "en").statusCode(422);

        assertThat(acts()).isNull();
    }

    @Test
    void hasNothingToSaveForSomebodyWhoLeft() {
        given().post(url).then().statusCode(200);

        save("Ana", "visiting_florida", "en").statusCode(410);
        given().get(PREFERENCES + "?key=" + key).then().statusCode(410);
    }

    @Test
    void forgetsAfterAFortnightWhoNeverConfirmed() {
        sql.run("""
                INSERT INTO newsletter_signups (email, asked_at, confirmed_at) VALUES
                  ('old@example.org', now() - interval '15 days', NULL), ('young@example.org', now() - interval '13 days', NULL),
                  ('reader@example.org', now() - interval '15 days', now())""");

        var forgotten = readers.forgetUnconfirmed(Duration.ofDays(14)).await().atMost(Duration.ofSeconds(10));

        assertThat(forgotten).isEqualTo(1);
        assertThat(sql.list(String.class, "SELECT email FROM newsletter_signups ORDER BY email"))
                .containsExactly("ana@example.org", "reader@example.org", "young@example.org");
    }

    private ValidatableResponse save(String name, String type, String locale) {
        return given().contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("key", key)
                .formParam("name", name)
                .formParam("type", type)
                .formParam("locale", locale)
                .post(PREFERENCES)
                .then();
    }

    private boolean reads() {
        return sql.one(
                Boolean.class,
                "SELECT confirmed_at IS NOT NULL AND unsubscribed_at IS NULL FROM newsletter_signups WHERE id = 'r1'");
    }

    private String acts() {
        return (String) sql.rows("SELECT string_agg(act, ' ' ORDER BY id) AS acts FROM internal.newsletter_consent")
                .getFirst()
                .get("acts");
    }
}
