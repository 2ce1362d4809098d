package club.panamia.ops.emailchange;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import club.panamia.ops.newsletter.Letterbox;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class EmailMigrationsResourceTest {

    @Inject
    Letterbox letterbox;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    private Person ana;

    @BeforeEach
    void person() {
        ana = seed.person("Ana");
    }

    @Test
    void mailsTheNewAddressALinkOfFiveMinutesAndChangesNothingYet() {
        Asked.by(ana, " New@Example.org ").then().statusCode(202).body("newEmail", is("new@example.org"));

        var letter = letterbox.newest("email-change-proof");
        assertThat(letter.recipient()).isEqualTo("new@example.org");
        assertThat(letter.locale()).isEqualTo("es");
        assertThat(sql.one(Boolean.class, """
                SELECT expires_at BETWEEN now() + interval '4 minutes' AND now() + interval '5 minutes'
                   AND migration_token <> ? AND old_email = 'ana@example.org'
                  FROM email_migrations""", letterbox.token("email-change-proof")))
                .isTrue();
        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
        as(ana).get(Asked.PATH + "/pending").then().statusCode(200).body("newEmail", is("new@example.org"));
    }

    @Test
    void letsTheNewestLinkAloneOpenWhenAskedAgain() {
        Asked.by(ana, "new@example.org").then().statusCode(202);
        var first = letterbox.token("email-change-proof");
        Asked.by(ana, "new@example.org").then().statusCode(202);

        Asked.prove(first).then().statusCode(410);

        assertThat(Asked.address(ana)).isEqualTo("ana@example.org");
        Asked.prove(letterbox.token("email-change-proof")).then().statusCode(200);
        assertThat(Asked.address(ana)).isEqualTo("new@example.org");
    }

    @Test
    void isWithdrawn() {
        Asked.by(ana, "new@example.org").then().statusCode(202);

        as(ana).delete(Asked.PATH + "/pending").then().statusCode(204);

        as(ana).get(Asked.PATH + "/pending").then().statusCode(404).body("type", is("/problems/not-found"));
        Asked.prove(letterbox.token("email-change-proof")).then().statusCode(410);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ben@example.org", "BEN@example.org", "further@example.org"})
    void refusesAnAddressOfAnotherAccount(String taken) {
        var ben = seed.person("Ben");
        sql.run("UPDATE users SET alternate_emails = '{further@example.org}' WHERE id = ?", ben.id());

        Asked.by(ana, taken)
                .then()
                .statusCode(409)
                .body("type", is("/problems/email-address-taken"))
                .body("errors.path", contains("/newEmail"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM email_migrations")).isZero();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.mail_outbox"))
                .isZero();
    }

    @Test
    void refusesAnAddressThatSomebodyElseIsAboutToTakeUntilTheyWaitedTooLong() {
        var ben = seed.person("Ben");
        Asked.by(ben, "new@example.org").then().statusCode(202);

        Asked.by(ana, "new@example.org").then().statusCode(409);

        sql.run("UPDATE email_migrations SET expires_at = now()");
        Asked.by(ana, "new@example.org").then().statusCode(202);
    }

    @Test
    void givesOneAddressToOneOfTwoWhoAskAtOnce() {
        var ben = seed.person("Ben");

        var answers = Race.of(
                2, i -> () -> Asked.by(i == 0 ? ana : ben, "new@example.org").statusCode());

        assertThat(answers).containsExactlyInAnyOrder(202, 409);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM email_migrations")).isOne();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "ana@example.org", "ANA@example.org", "a b@example.org"})
    void refusesWhatIsNoOtherAddress(String address) {
        Asked.by(ana, address).then().statusCode(422).body("errors.path", contains("/newEmail"));
    }

    @Test
    void wantsASignInOfTheLastQuarterOfAnHour() {
        sql.run("UPDATE sessions SET created_at = now() - interval '16 minutes' WHERE user_id = ?", ana.id());

        Asked.by(ana, "new@example.org")
                .then()
                .statusCode(403)
                .body("type", is("/problems/email-change-needs-recent-sign-in"));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM email_migrations")).isZero();
    }

    @Test
    void takesThreeAnHour() {
        for (var i = 0; i < 3; i++) {
            Asked.by(ana, "new@example.org").then().statusCode(202);
        }

        Asked.by(ana, "new@example.org").then().statusCode(429);
    }

    @Test
    void isForWhoeverIsSignedIn() {
        anonymous()
                .contentType(ContentType.JSON)
                .body("{\"newEmail\":\"new@example.org\"}")
                .post(Asked.PATH)
                .then()
                .statusCode(401);
        anonymous().get(Asked.PATH + "/pending").then().statusCode(401);
        as(ana).get(Asked.PATH + "/pending").then().statusCode(404);
    }
}
