package club.panamia.ops.newsletter;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SignupsResourceTest {

    private static final String PATH = "/api/newsletter/signups";

    private static final Map<String, String> ANA = Map.of(
            "name", " Ana ",
            "email", " Ana@Example.org ",
            "signupType", "resident_support",
            "locale", "es",
            "source", "footer");

    @Inject
    Letterbox letterbox;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void keepsWhoAskedAndMailsALinkOfWhichItKeepsTheHash() {
        ask(ANA).statusCode(202);

        assertThat(sql.rows(
                                "SELECT email, name, signup_type::text AS type, locale, confirmed_at FROM newsletter_signups")
                        .getFirst())
                .containsEntry("email", "ana@example.org")
                .containsEntry("name", "Ana")
                .containsEntry("type", "resident_support")
                .containsEntry("locale", "es")
                .containsEntry("confirmed_at", null);
        var letter = letterbox.newest("newsletter-confirm");
        assertThat(letter.recipient()).isEqualTo("ana@example.org");
        assertThat(letter.locale()).isEqualTo("es");
        assertThat(sql.one(String.class, "SELECT confirm_token FROM newsletter_signups"))
                .isNotEqualTo(letterbox.token("newsletter-confirm"));
        assertThat(sql.rows("SELECT act, text_version, locale, source, client FROM internal.newsletter_consent"))
                .containsExactly(Map.of(
                        "act",
                        "asked",
                        "text_version",
                        Readers.WORDS,
                        "locale",
                        "es",
                        "source",
                        "footer",
                        "client",
                        "127.0.0.1"));
    }

    @Test
    void saysTheSameToSomebodyWhoReadsItAlreadyAndMailsNothing() {
        sql.run("INSERT INTO newsletter_signups (email, name, confirmed_at) VALUES ('ana@example.org', 'Old', now())");

        ask(ANA).statusCode(202).body(is(""));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.newsletter_consent"))
                .isZero();
        assertThat(sql.one(String.class, "SELECT name FROM newsletter_signups")).isEqualTo("Old");
    }

    @Test
    void letsSomebodyWhoLeftAskAgainWithoutReplacingTheirWords() {
        sql.run("INSERT INTO newsletter_signups (email, name, confirmed_at, unsubscribed_at)"
                + " VALUES ('ana@example.org', 'Old', now(), now())");

        ask(ANA).statusCode(202);

        assertThat(letterbox.newest("newsletter-confirm").recipient()).isEqualTo("ana@example.org");
        assertThat(sql.one(String.class, "SELECT name FROM newsletter_signups")).isEqualTo("Old");
    }

    @Test
    void makesOneSignupOfManyAtOnce() {
        var answers = Race.of(5, i -> () -> ask(ANA).extract().statusCode());

        assertThat(answers).containsOnly(202);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM newsletter_signups"))
                .isEqualTo(1);
    }

    @Test
    void fillsNobodysMailbox() {
        for (var i = 0; i < 5; i++) {
            ask(ANA).statusCode(202);
        }

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isEqualTo(3);
        ask(ANA).statusCode(429).body("type", is("/problems/too-many-requests"));
    }

    @Test
    void keepsNothingOfWhatFillsTheHiddenFieldIn() {
        var robot = new HashMap<>(ANA);
        robot.put("website", "https://x.example");

        ask(robot).statusCode(202);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM newsletter_signups"))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"email, nobody, /email", "email, '', /email", "locale, fr, /locale", "source, Not A Form, /source"})
    void refusesWhatIsNoSignup(String field, String value, String path) {
        var wrong = new HashMap<>(ANA);
        wrong.put(field, value);

        ask(wrong).statusCode(422).body("errors.path", contains(path));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM newsletter_signups"))
                .isZero();
    }

    @Test
    void refusesAKindThatThereIsNot() {
        var wrong = new HashMap<>(ANA);
        wrong.put("signupType", "martian");

        ask(wrong).statusCode(org.hamcrest.Matchers.oneOf(400, 422));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "limit=9                | left waiting reads",
                "state=reading          | reads",
                "state=waiting          | waiting",
                "state=left             | left",
                "type=visiting_florida  | reads",
                "q=WAIT                 | waiting",
                "q=%25                  | "
            })
    void listsWhoAskedForAdministrators(String query, String found) {
        signups();

        var emails = as(seed.admin("Ada"))
                .urlEncodingEnabled(false)
                .get(PATH + "?" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("items.email", String.class);

        assertThat(emails.stream().map(email -> email.replace("@example.org", "")))
                .containsExactly(found == null ? new String[0] : found.split(" "));
    }

    @Test
    void exportsThem() {
        signups();

        var csv = as(seed.admin("Ada"))
                .get(PATH + ".csv?state=reading")
                .then()
                .statusCode(200)
                .header("Content-Type", containsString("text/csv"))
                .extract()
                .asString();

        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("reads@example.org,'=1+1,visiting_florida,en,");
    }

    @Test
    void showsThemToAdministratorsOnly() {
        as(seed.person("Bob")).get(PATH).then().statusCode(403);
        as(seed.person("Eve")).get(PATH + ".csv").then().statusCode(403);
        anonymous().get(PATH).then().statusCode(401);
        as(seed.admin("Ada")).get(PATH + "?state=lost").then().statusCode(422);
    }

    private void signups() {
        sql.run("""
                INSERT INTO newsletter_signups (created_at, email, name, signup_type, confirmed_at, unsubscribed_at) VALUES
                  (now() - interval '3 days', 'reads@example.org', '=1+1', 'visiting_florida', now(), NULL),
                  (now() - interval '2 days', 'waiting@example.org', 'Wim', 'resident_support', NULL, NULL),
                  (now() - interval '1 day', 'left@example.org', 'Lea', NULL, now(), now())""");
    }

    private static ValidatableResponse ask(Map<String, String> signup) {
        return anonymous().contentType(ContentType.JSON).body(signup).post(PATH).then();
    }
}
