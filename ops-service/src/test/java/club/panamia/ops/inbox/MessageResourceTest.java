package club.panamia.ops.inbox;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class MessageResourceTest {

    private static final String PATH = "/api/contact/messages/m1";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ada;
    private Person bea;

    @BeforeEach
    void message() {
        ada = seed.admin("Ada");
        bea = seed.admin("Bea");
        sql.run("INSERT INTO contact_submissions (id, name, email, message, locale)"
                + " VALUES ('m1', 'Ana', 'ana@example.org', '¿Dónde está el mercado?', 'es')");
    }

    @Test
    void isAcknowledgedByTheFirstWhoSaysSoAndReopened() {
        as(ada).put(PATH + "/acknowledgement").then().statusCode(204);
        as(bea).put(PATH + "/acknowledgement").then().statusCode(204);

        assertThat(field("acknowledged_by")).isEqualTo(ada.id());

        as(bea).delete(PATH + "/acknowledgement").then().statusCode(204);

        assertThat(sql.rows("SELECT acknowledged, acknowledged_at, acknowledged_by FROM contact_submissions")
                        .getFirst())
                .containsEntry("acknowledged", false)
                .containsEntry("acknowledged_at", null)
                .containsEntry("acknowledged_by", null);
    }

    @Test
    void hasOneWhoAcknowledgedItWhenManyDoAtOnce() {
        var answers = Race.of(
                8,
                i -> () -> as(i % 2 == 0 ? ada : bea)
                        .put(PATH + "/acknowledgement")
                        .statusCode());

        assertThat(answers).contains(204).isSubsetOf(204, 409);
        assertThat(field("acknowledged_by")).isIn(ada.id(), bea.id());
    }

    @Test
    void isTakenOnByOneselfOrGivenToAnother() {
        assign(ada, Map.of()).statusCode(204);
        assertThat(field("assigned_to")).isEqualTo(ada.id());

        assign(ada, Map.of("assignee", bea.id())).statusCode(204);
        assertThat(field("assigned_to")).isEqualTo(bea.id());

        as(ada).delete(PATH + "/assignment").then().statusCode(204);
        assertThat(field("assigned_to")).isNull();
    }

    @Test
    void isGivenToAdministratorsOnly() {
        assign(ada, Map.of("assignee", seed.person("Bob").id()))
                .statusCode(422)
                .body("errors.path", contains("/assignee"));
        assign(ada, Map.of("assignee", "nobody-at-all")).statusCode(422);

        assertThat(field("assigned_to")).isNull();
    }

    @Test
    void isAnsweredByMailInTheWritersLanguageAndSoTakenCareOf() {
        var id = reply("  El domingo en Wynwood.  ", "k1")
                .statusCode(201)
                .extract()
                .<String>path("id");

        assertThat(sql.rows("SELECT template, recipient, locale FROM internal.mail_outbox"))
                .containsExactly(Map.of("template", "contact-reply", "recipient", "ana@example.org", "locale", "es"));
        assertThat(field("acknowledged_by")).isEqualTo(ada.id());
        as(bea).get(PATH)
                .then()
                .statusCode(200)
                .body("message.id", is("m1"))
                .body("message.replies", is(1))
                .body("replies.id", contains(id))
                .body("replies.authorId", contains(ada.id()))
                .body("replies.message", contains("El domingo en Wynwood."));
    }

    @Test
    void isAnsweredOnceUnderOneKey() {
        reply("On Sunday.", "k1").statusCode(201);
        reply("On Sunday.", "k1").statusCode(201).header("Idempotency-Replayed", "true");

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isEqualTo(1);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.contact_reply"))
                .isEqualTo(1);
    }

    @Test
    void isNotAnsweredWithNothing() {
        reply(" ", "k1").statusCode(422);
        reply("x".repeat(5001), "k2").statusCode(422);
        reply("a\0b", "k3").statusCode(422);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isZero();
    }

    @Test
    void leavesTheQuarantineOnceAndStaffHearsOfIt() {
        sql.run("UPDATE contact_submissions SET quarantined_for = 'honeypot'");

        as(ada).delete(PATH + "/quarantine").then().statusCode(204);
        as(ada).delete(PATH + "/quarantine").then().statusCode(204);

        assertThat(field("quarantined_for")).isNull();
        assertThat(sql.list(String.class, "SELECT recipient FROM internal.mail_outbox"))
                .containsExactly("staff@panamia.club");
    }

    @ParameterizedTest
    @ValueSource(strings = {"acknowledgement", "assignment", "quarantine"})
    void isForAdministratorsOnlyAndMustExist(String part) {
        var missing = "/api/contact/messages/none/" + part;

        as(seed.person("Bob")).delete(PATH + "/" + part).then().statusCode(403);
        anonymous().delete(PATH + "/" + part).then().statusCode(401);
        as(ada).delete(missing).then().statusCode(404).body("type", is("/problems/not-found"));
    }

    @Test
    void doesNotTellWhatIsNotThere() {
        as(ada).get("/api/contact/messages/none").then().statusCode(404);
        as(ada).contentType(ContentType.JSON)
                .body(Map.of("message", "Hello there"))
                .post("/api/contact/messages/none/replies")
                .then()
                .statusCode(404);
    }

    private io.restassured.response.ValidatableResponse assign(Person who, Map<String, String> assignment) {
        return as(who).contentType(ContentType.JSON)
                .body(assignment)
                .put(PATH + "/assignment")
                .then();
    }

    private io.restassured.response.ValidatableResponse reply(String text, String key) {
        return as(ada).contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("message", text))
                .post(PATH + "/replies")
                .then();
    }

    private String field(String name) {
        return (String) sql.rows("SELECT " + name + " FROM contact_submissions")
                .getFirst()
                .get(name);
    }
}
