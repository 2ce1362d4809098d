package club.panamia.auth.email;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.auth.LeftMail;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EmailsResourceTest {

    @Inject
    LeftMail mail;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
    }

    @Test
    void sendALinkToAnAddressAndKeepOnlyItsHash() {
        add(ana, " Ana@Work.example ").statusCode(202);

        var left = mail.of("email-proof");
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().recipient()).isEqualTo("ana@work.example");
        assertThat(left.getFirst().locale()).isEqualTo("es");
        assertThat(left.getFirst().params()).containsEntry("name", "Ana");
        var link = left.getFirst().params().get("link");
        assertThat(link).startsWith(Callers.PUBLIC_URL + "/account/emails/confirm?token=");
        assertThat(sql.one(String.class, "SELECT p::text FROM internal.email_proof p"))
                .doesNotContain(link.substring(link.indexOf('=') + 1));
        as(ana).get("/api/users/me/emails")
                .then()
                .body("items.email", contains("ana@example.org", "ana@work.example"))
                .body("items.state", contains("primary", "pending"));
    }

    @Test
    void answerAlikeForAnAddressThatAnotherAccountHas() {
        var ben = seed.person("Ben");

        add(ana, ben.email()).statusCode(202);

        assertThat(mail.of("email-proof")).hasSize(1);
    }

    @Test
    void replaceAnEarlierLinkToTheSameAddress() {
        add(ana, "ana@work.example").statusCode(202);
        var earlier = sql.one(String.class, "SELECT token_hash FROM internal.email_proof");

        add(ana, "ANA@work.example").statusCode(202);

        assertThat(sql.one(String.class, "SELECT token_hash FROM internal.email_proof"))
                .isNotEqualTo(earlier);
        assertThat(mail.of("email-proof")).hasSize(2);
    }

    @Test
    void refuseWhatIsAlreadyTheirsAndASixthOne() {
        add(ana, "ANA@example.org").statusCode(409).body("type", is("/problems/address-in-use"));
        sql.run("UPDATE users SET alternate_emails = '{1@b.example,2@b.example,3@b.example,4@b.example,5@b.example}'");
        add(ana, "3@b.example").statusCode(409).body("type", is("/problems/address-in-use"));
        add(ana, "6@b.example").statusCode(409).body("type", is("/problems/too-many-addresses"));

        assertThat(mail.of("email-proof")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ana", "ana@", "ana@example", "a@b.c,d@e.fg", "a\u0000b@example.org"})
    void refuseWhatIsNoAddress(String email) {
        add(ana, email).statusCode(422).body("errors[0].path", is("/email"));

        assertThat(sql.list(String.class, "SELECT email FROM internal.email_proof"))
                .isEmpty();
    }

    @Test
    void sendThreeLinksAnHourForOnePersonAndFiveToOneAddress() {
        for (var i = 0; i < 3; i++) {
            add(ana, i + "@work.example").statusCode(202);
        }
        add(ana, "4@work.example").statusCode(429).body("type", is("/problems/too-many-requests"));

        for (var i = 0; i < 5; i++) {
            add(seed.person("Person" + i), "shared@work.example").statusCode(202);
        }
        add(seed.person("Ben"), "shared@work.example").statusCode(429);
    }

    @Test
    void letGoWhatWaitsAndWhatIsProvenButNotWhereMailGoes() {
        add(ana, "ana@work.example").statusCode(202);
        remove(ana, idOf("pending")).statusCode(204);
        assertThat(sql.list(String.class, "SELECT email FROM internal.email_proof"))
                .isEmpty();

        sql.run("UPDATE users SET alternate_emails = '{ana@work.example}'");
        remove(ana, idOf("proven")).statusCode(204);
        as(ana).get("/api/users/me").then().body("alternateEmails.size()", is(0));
        assertThat(sql.list(String.class, "SELECT type || ' ' || payload::text FROM internal.event"))
                .containsExactly("auth.user.addresses-changed {\"userId\": \"%s\"}".formatted(ana.id()));

        remove(ana, idOf("primary")).statusCode(409).body("type", is("/problems/primary-address"));
    }

    @Test
    void hideThoseOfOthers() {
        add(ana, "ana@work.example").statusCode(202);
        sql.run("UPDATE users SET alternate_emails = '{ana@home.example}'");
        var ben = seed.person("Ben");

        for (var state : new String[] {"primary", "proven", "pending"}) {
            remove(ben, idOf(state)).statusCode(404).body("type", is("/problems/not-found"));
        }
        remove(ben, "x".repeat(65)).statusCode(422);
        as(ben).get("/api/users/me/emails").then().body("items.email", contains("ben@example.org"));
    }

    @Test
    void areForSignedInPeopleOnPagesOfOurs() {
        anonymous().get("/api/users/me/emails").then().statusCode(401);
        anonymous().delete("/api/users/me/emails/x").then().statusCode(401);
        anonymous()
                .contentType(ContentType.JSON)
                .body(Map.of("email", "a@b.example"))
                .post("/api/users/me/emails")
                .then()
                .statusCode(401);
        RestAssured.given()
                .cookie(Callers.COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .contentType(ContentType.JSON)
                .body(Map.of("email", "eve@evil.example"))
                .post("/api/users/me/emails")
                .then()
                .statusCode(403);

        assertThat(mail.of("email-proof")).isEmpty();
    }

    private String idOf(String state) {
        return as(ana).get("/api/users/me/emails")
                .then()
                .extract()
                .path("items.find { it.state == '%s' }.id".formatted(state));
    }

    private static ValidatableResponse add(Person person, String email) {
        return as(person)
                .header("Accept-Language", "es-US,es;q=0.9")
                .contentType(ContentType.JSON)
                .body(Map.of("email", email))
                .post("/api/users/me/emails")
                .then();
    }

    private static ValidatableResponse remove(Person person, String id) {
        return as(person).delete("/api/users/me/emails/{id}", id).then();
    }
}
