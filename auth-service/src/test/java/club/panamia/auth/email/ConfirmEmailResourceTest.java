package club.panamia.auth.email;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import club.panamia.auth.LeftMail;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ConfirmEmailResourceTest {

    private static final String PAGE = "/account/emails/confirm";

    @Inject
    LeftMail mail;

    @Inject
    ForgetOldProofs forgetOldProofs;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
    }

    @Test
    void showsWhatTheLinkDoesAndDoesNothing() {
        var token = ask(ana, "ana@work.example");

        for (var caller : new RequestSpecification[] {anonymous(), as(ana), as(seed.person("Ben"))}) {
            caller.queryParam("token", token)
                    .get(PAGE)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", containsString("no-store"))
                    .header("Referrer-Policy", is("strict-origin"))
                    .body(containsString("ana@work.example"))
                    .body(containsString("@Ana"));
        }
        anonymous().queryParam("token", token).head(PAGE);

        assertThat(furtherAddresses()).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.email_proof"))
                .isOne();
    }

    @Test
    void speaksSpanish() {
        var token = ask(ana, "ana@work.example");

        anonymous()
                .header("Accept-Language", "es")
                .queryParam("token", token)
                .get(PAGE)
                .then()
                .body(containsString("lang=\"es\""))
                .body(containsString("Añadir"));
    }

    @Test
    void addsTheAddressOnceAndTellsTheAccountsOwn() {
        var token = ask(ana, "ana@work.example");

        confirm(as(ana), token).then().statusCode(200).body(containsString("ana@work.example"));
        confirm(as(ana), token).then().statusCode(410);

        as(ana).get("/api/users/me").then().body("alternateEmails", contains("ana@work.example"));
        var notice = mail.of("email-added");
        assertThat(notice).hasSize(1);
        assertThat(notice.getFirst().recipient()).isEqualTo(ana.email());
        assertThat(notice.getFirst().params()).containsEntry("address", "ana@work.example");
        assertThat(sql.list(String.class, "SELECT type || ' ' || payload::text FROM internal.event"))
                .containsExactly("auth.user.addresses-changed {\"userId\": \"%s\"}".formatted(ana.id()));
    }

    @Test
    void addsItWhereThePersonIsSignedInOnly() {
        var token = ask(ana, "ana@work.example");

        confirm(anonymous(), token).then().statusCode(401);
        confirm(as(seed.person("Ben")), token).then().statusCode(410);
        confirm(
                        RestAssured.given()
                                .cookie(Callers.COOKIE, ana.sessionToken())
                                .header("Origin", "https://evil.example"),
                        token)
                .then()
                .statusCode(403);

        assertThat(furtherAddresses()).isZero();
        confirm(as(ana), token).then().statusCode(200);
    }

    @Test
    void answersAlikeToEveryLinkThatDoesNotOpen() {
        var late = ask(ana, "ana@work.example");
        sql.run("UPDATE internal.email_proof SET expires_at = now() - interval '1 second'");
        var replaced = ask(ana, "ana@home.example");
        ask(ana, "ana@home.example");

        for (var token : new String[] {late, replaced, "unknown", "", "\u0000"}) {
            confirm(as(ana), token).then().statusCode(410).body(containsString("already"));
            as(ana).queryParam("token", token).get(PAGE).then().statusCode(410);
            sql.run("DELETE FROM internal.rate_limit");
        }

        assertThat(furtherAddresses()).isZero();
    }

    @Test
    void refusesAnAddressOfAnotherAccount() {
        var ben = seed.person("Ben");
        var token = ask(ana, ben.email());

        confirm(as(ana), token).then().statusCode(409);

        assertThat(furtherAddresses()).isZero();
        assertThat(mail.of("email-added")).isEmpty();
    }

    @Test
    void addsItOnceForManyClicksAtOnce() {
        var token = ask(ana, "ana@work.example");

        var answers = Race.of(10, runner -> () -> confirm(as(ana), token).statusCode());

        assertThat(answers).containsOnlyOnce(200).allMatch(status -> status == 200 || status == 410);
        assertThat(furtherAddresses()).isOne();
    }

    @Test
    void goesToOneOfTwoWhoReadTheSameMailbox() {
        var ben = seed.person("Ben");
        var tokens = Map.of(ana, ask(ana, "shared@work.example"), ben, ask(ben, "shared@work.example"));
        var people = new Person[] {ana, ben};

        var answers = Race.of(
                2,
                runner -> () ->
                        confirm(as(people[runner]), tokens.get(people[runner])).statusCode());

        assertThat(answers).containsExactlyInAnyOrder(200, 409);
        assertThat(furtherAddresses()).isOne();
    }

    @Test
    void isTriedTenTimesAMinute() {
        for (var i = 0; i < 10; i++) {
            confirm(as(ana), "guess" + i).then().statusCode(410);
        }

        confirm(as(ana), "guess").then().statusCode(429);
    }

    @Test
    void forgetsLinksThatWereNotOpenedInTime() {
        ask(ana, "ana@work.example");
        sql.run("UPDATE internal.email_proof SET expires_at = now() - interval '1 second'");
        ask(ana, "ana@home.example");

        forgetOldProofs.forget().await().atMost(Duration.ofSeconds(5));

        assertThat(sql.list(String.class, "SELECT email FROM internal.email_proof"))
                .containsExactly("ana@home.example");
    }

    /** The token of the newest link to that address. */
    private String ask(Person person, String email) {
        as(person)
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/users/me/emails")
                .then()
                .statusCode(202);
        var link = mail.of("email-proof").getLast().params().get("link");
        return link.substring(link.indexOf("token=") + "token=".length());
    }

    private long furtherAddresses() {
        return sql.one(Long.class, "SELECT coalesce(sum(cardinality(alternate_emails)), 0) FROM users");
    }

    private static Response confirm(RequestSpecification caller, String token) {
        return caller.contentType(ContentType.URLENC).formParam("token", token).post(PAGE);
    }
}
