package club.panamia.ops.webhook;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.ops.provider.Brevo;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BrevoResourceTest {

    private static final long JANUARY = 1_700_000_000L;

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void notesThatAnAddressBounced() {
        hear(news("hard_bounce", "Ana@Example.org", JANUARY)).statusCode(204);

        assertThat(known()).isEqualTo("ana@example.org bounced " + JANUARY + " complained -");
    }

    static Stream<List<String>> orders() {
        var bounced = news("hard_bounce", "ana@example.org", JANUARY);
        var again = news("hard_bounce", "ana@example.org", JANUARY + 100);
        var complained = news("spam", "ana@example.org", JANUARY + 50);
        return Stream.of(
                List.of(bounced, again, complained),
                List.of(complained, again, bounced),
                List.of(again, complained, bounced),
                List.of(again, again, bounced, complained, complained, bounced));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void comesToTheSameInWhateverOrderAndHoweverOftenItIsTold(List<String> order) {
        order.forEach(news -> hear(news).statusCode(204));

        assertThat(known())
                .isEqualTo("ana@example.org bounced %d complained %d".formatted(JANUARY + 100, JANUARY + 50));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.webhook_call"))
                .isEqualTo(3);
    }

    @Test
    void countsTheSameNewsOnceWhenTheyComeAtOnce() {
        var answers = Race.of(
                8,
                i -> () ->
                        hear(news("spam", "ana@example.org", JANUARY)).extract().statusCode());

        assertThat(answers).containsOnly(204);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.webhook_call"))
                .isEqualTo(1);
    }

    @Test
    void staysLiftedWhenOldNewsComeLate() {
        hear(news("hard_bounce", "ana@example.org", JANUARY)).statusCode(204);
        sql.run("UPDATE internal.mail_suppression SET lifted_at = now()");

        hear(news("hard_bounce", "ana@example.org", JANUARY + 1)).statusCode(204);

        assertThat(sql.one(Boolean.class, "SELECT lifted_at > bounced_at FROM internal.mail_suppression"))
                .isTrue();
    }

    @Test
    void believesNoClockThatIsAhead() {
        hear(news("hard_bounce", "ana@example.org", 9_999_999_999L)).statusCode(204);

        assertThat(sql.one(Boolean.class, "SELECT bounced_at <= now() FROM internal.mail_suppression"))
                .isTrue();
    }

    @Test
    void takesAListOfThem() {
        hear("[%s,%s,%s]"
                        .formatted(
                                news("spam", "a@example.org", JANUARY),
                                news("hard_bounce", "b@example.org", JANUARY),
                                news("opened", "c@example.org", JANUARY)))
                .statusCode(204);

        assertThat(sql.list(String.class, "SELECT address FROM internal.mail_suppression ORDER BY address"))
                .containsExactly("a@example.org", "b@example.org");
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivered", "soft_bounce", "deferred", "click", "something-new"})
    void makesNothingOfWhatIsNoRefusal(String event) {
        hear(news(event, "ana@example.org", JANUARY)).statusCode(204);

        assertThat(sql.list(String.class, "SELECT address FROM internal.mail_suppression"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[1]", "\"x\"", "[[]]", "{\"ts_event\":\"yesterday\",\"event\":\"spam\"}"})
    void refusesWhatCannotBeRead(String body) {
        hear(body).statusCode(400).body("type", is("/problems/malformed-request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "[null]"})
    void refusesNothing(String body) {
        hear(body).statusCode(422);
    }

    @Test
    void refusesMoreThanAThousandAtOnce() {
        hear(Collections.nCopies(1001, "{}").toString()).statusCode(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"event\":\"spam\"}",
                "{\"event\":\"spam\",\"email\":\"a\"}",
                "{\"email\":\"a@b.c\"}",
                "{}",
                "[]"
            })
    void makesNothingOfWhatNamesNoAddress(String body) {
        hear(body).statusCode(204);

        assertThat(sql.list(String.class, "SELECT address FROM internal.mail_suppression"))
                .isEmpty();
    }

    /** Whoever left there has left here, unless they have confirmed since; told late or twice it comes to the same. */
    @Test
    void takesWhoeverLeftThereOffTheList() {
        sql.run(
                "INSERT INTO newsletter_signups (email, confirmed_at) VALUES"
                        + " ('Ana@example.org', to_timestamp(?)), ('ben@example.org', to_timestamp(?))",
                JANUARY - 10,
                JANUARY + 10);

        hear(news("unsubscribed", "ana@example.org", JANUARY)).statusCode(204);
        hear(news("unsubscribed", "ana@example.org", JANUARY)).statusCode(204);
        hear(news("unsubscribe", "ben@example.org", JANUARY)).statusCode(204);

        assertThat(sql.list(String.class, "SELECT email FROM newsletter_signups WHERE unsubscribed_at IS NOT NULL"))
                .containsExactly("Ana@example.org");
        assertThat(sql.list(
                        String.class, "SELECT concat_ws(' ', act, source, client) FROM internal.newsletter_consent"))
                .containsExactly("left brevo");
        assertThat(sql.list(String.class, "SELECT template FROM internal.mail_outbox"))
                .containsExactly("newsletter-left");
        assertThat(sql.list(String.class, "SELECT address FROM internal.mail_suppression"))
                .isEmpty();
    }

    @Test
    void remembersThatAContactUnsubscribedWhoIsNoReader() {
        sql.run("INSERT INTO brevo_contacts (email) VALUES ('ana@example.org')");

        hear(news("unsubscribed", "Ana@example.org", JANUARY)).statusCode(204);
        hear(news("unsubscribed", "ana@example.org", JANUARY - 5)).statusCode(204);

        assertThat(sql.one(
                        Long.class,
                        "SELECT extract(epoch FROM left_at)::bigint FROM brevo_contacts WHERE barred_there"))
                .isEqualTo(JANUARY);
    }

    @Test
    void listensOnlyToWhoShowsTheToken() {
        var body = news("spam", "ana@example.org", JANUARY);

        given().contentType(ContentType.JSON)
                .body(body)
                .post("/webhooks/brevo")
                .then()
                .statusCode(401)
                .body("type", is("/problems/webhook-not-authentic"));
        given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Brevo.WEBHOOK_TOKEN + "x")
                .body(body)
                .post("/webhooks/brevo")
                .then()
                .statusCode(401);

        assertThat(sql.list(String.class, "SELECT address FROM internal.mail_suppression"))
                .isEmpty();
    }

    @Test
    void letsNobodyGuessTheToken() {
        for (var i = 0; i < 20; i++) {
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .post("/webhooks/brevo")
                    .then()
                    .statusCode(401);
        }

        given().contentType(ContentType.JSON)
                .body("{}")
                .post("/webhooks/brevo")
                .then()
                .statusCode(429);
        hear("{}").statusCode(204);
    }

    private static String news(String event, String email, long seconds) {
        return """
                {"event":"%s","email":"%s","id":8,"message-id":"<1@brevo>","ts_event":%d,"subject":"Hola","tags":["x"]}""".formatted(event, email, seconds);
    }

    private static ValidatableResponse hear(String body) {
        return given().contentType(ContentType.JSON)
                .header("Authorization", "Bearer " + Brevo.WEBHOOK_TOKEN)
                .body(body)
                .post("/webhooks/brevo")
                .then();
    }

    private String known() {
        return sql.one(String.class, """
                SELECT concat(address, ' bounced ', coalesce(extract(epoch FROM bounced_at)::bigint::text, '-'),
                              ' complained ', coalesce(extract(epoch FROM complained_at)::bigint::text, '-'))
                  FROM internal.mail_suppression""");
    }
}
