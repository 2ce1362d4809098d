package club.panamia.ops.contact;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ContactResourceTest {

    private static final Map<String, String> MESSAGE =
            Map.of("name", " Ana ", "email", " Ana@Example.org ", "message", " Where is the market on Sunday? ");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void keepsTheMessageOfAnybody() {
        var id = anonymous()
                .contentType(ContentType.JSON)
                .body(MESSAGE)
                .post("/api/contact")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id");

        var row = sql.rows("SELECT * FROM contact_submissions").getFirst();
        assertThat(row)
                .containsEntry("id", id)
                .containsEntry("name", "Ana")
                .containsEntry("email", "ana@example.org")
                .containsEntry("message", "Where is the market on Sunday?")
                .containsEntry("acknowledged", false)
                .containsEntry("user_id", null);
    }

    @Test
    void tellsTheAdministratorsOfIt() {
        send(MESSAGE).statusCode(201);

        assertThat(sql.rows("SELECT template, recipient FROM internal.mail_outbox"))
                .containsExactly(Map.of("template", "staff-contact-message", "recipient", "staff@panamia.club"));
    }

    @ParameterizedTest
    @CsvSource({
        "honeypot, https://x.example, Where is the market on Sunday?",
        "links, '', http://a.example http://b.example www.c.example",
        "honeypot, x, http://a.example http://b.example www.c.example"
    })
    void setsAsideWhatIsDoubtfulWithoutASign(String doubt, String website, String text) {
        send(Map.of("name", "Ana", "email", "ana@example.org", "message", text, "website", website))
                .statusCode(201);

        assertThat(sql.one(String.class, "SELECT quarantined_for FROM contact_submissions"))
                .isEqualTo(doubt);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isZero();
    }

    @Test
    void setsAsideWhatOneAddressWritesAfterItsFifthMessageOfTheDay() {
        for (var i = 0; i < 5; i++) {
            send(MESSAGE).statusCode(201);
        }
        sql.run("DELETE FROM internal.rate_limit WHERE key LIKE 'contact:%'");

        send(MESSAGE).statusCode(201);

        assertThat(sql.list(String.class, "SELECT coalesce(quarantined_for, '-') FROM contact_submissions ORDER BY id"))
                .containsExactly("-", "-", "-", "-", "-", "too-many");
    }

    @Test
    void refusesALanguageThatWeDoNotWrite() {
        send(Map.of("name", "Ana", "email", "ana@example.org", "message", "Bonjour à vous tous", "locale", "fr"))
                .statusCode(422)
                .body("errors.path", contains("/locale"));
    }

    private static ValidatableResponse send(Map<String, String> message) {
        return anonymous()
                .contentType(ContentType.JSON)
                .body(message)
                .post("/api/contact")
                .then();
    }

    @Test
    void notesWhoWroteIt() {
        var ana = seed.person("Ana");

        as(ana).contentType(ContentType.JSON)
                .body(MESSAGE)
                .post("/api/contact")
                .then()
                .statusCode(201);

        assertThat(sql.one(String.class, "SELECT user_id FROM contact_submissions"))
                .isEqualTo(ana.id());
    }

    @Test
    void keepsAMessageThatIsSentTwiceUnderOneKeyOnce() {
        var first = underKey("k-1").statusCode(201).extract().<String>path("id");
        var second = underKey("k-1")
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .extract()
                .<String>path("id");

        assertThat(second).isEqualTo(first);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM contact_submissions"))
                .isEqualTo(1);
    }

    private static ValidatableResponse underKey(String key) {
        return anonymous()
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(MESSAGE)
                .post("/api/contact")
                .then();
    }

    @ParameterizedTest
    @CsvSource({
        "'  A ', ana@example.org, Where is the market?, /name",
        ", ana@example.org, Where is the market?, /name",
        "Ana, nobody, Where is the market?, /email",
        "Ana, ana@example, Where is the market?, /email",
        "Ana, ana@example.org, '   short   ', /message",
        "Ana, ana@example.org, , /message"
    })
    void refusesWhatCannotBeAnswered(String name, String email, String message, String path) {
        var body = new java.util.HashMap<String, String>();
        body.put("name", name);
        body.put("email", email);
        body.put("message", message);

        anonymous()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/contact")
                .then()
                .statusCode(422)
                .body("errors.path", contains(path));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM contact_submissions"))
                .isZero();
    }

    @Test
    void refusesTooMuch() {
        var long1001 = Map.of("name", "Ana", "email", "ana@example.org", "message", "x".repeat(1001));

        anonymous()
                .contentType(ContentType.JSON)
                .body(long1001)
                .post("/api/contact")
                .then()
                .statusCode(422);
        anonymous()
                .contentType(ContentType.JSON)
                .body("{")
                .post("/api/contact")
                .then()
                .statusCode(400);
        anonymous().contentType(ContentType.JSON).post("/api/contact").then().statusCode(422);
    }

    @Test
    void takesFiveAnHourFromOneAddress() {
        for (var i = 0; i < 5; i++) {
            anonymous()
                    .contentType(ContentType.JSON)
                    .body(MESSAGE)
                    .post("/api/contact")
                    .then()
                    .statusCode(201);
        }

        anonymous()
                .contentType(ContentType.JSON)
                .body(MESSAGE)
                .post("/api/contact")
                .then()
                .statusCode(429)
                .header("Retry-After", Integer::parseInt, org.hamcrest.Matchers.greaterThan(3500))
                .body("type", is("/problems/too-many-requests"));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM contact_submissions"))
                .isEqualTo(5);
    }
}
