package club.panamia.auth.account;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class AccountsResourceTest {

    private static final String PATH = "/api/users/me/accounts";

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void listsOnlyOnesOwnAndSaysWhichStillSignIn() {
        var ana = seed.person("Ana");
        link(seed.person("Ben"), "discord", "pana_auth");
        link(ana, "discord", "pana_auth");
        link(ana, "facebook", "sidecar_shop");
        link(ana, "myspace", "pana_auth");

        as(ana).get(PATH)
                .then()
                .statusCode(200)
                .body("items.provider", contains("discord", "facebook", "myspace"))
                .body("items.label", contains("Discord", "Facebook", "myspace"))
                .body("items.signsIn", contains(true, false, false));
    }

    @Test
    void listsPageByPage() {
        var ana = seed.person("Ana");
        link(ana, "discord", "pana_auth");
        link(ana, "facebook", "pana_auth");

        var first = as(ana).get(PATH + "?limit=1");
        var cursor = first.jsonPath().getString("nextCursor");

        first.then().body("items.provider", contains("discord")).body("nextCursor", notNullValue());
        as(ana).get(PATH + "?limit=1&cursor=" + cursor).then().body("items.provider", contains("facebook"));
        as(ana).get(PATH + "?limit=1000").then().statusCode(422);
    }

    @Test
    void unlinksAnAccountOfSomebodyWhoCanBeReachedByMail() {
        var ana = seed.person("Ana");
        var account = link(ana, "discord", "pana_auth");

        as(ana).delete(PATH + "/" + account).then().statusCode(204);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isZero();
        assertThat(sql.list(String.class, "SELECT type FROM internal.event")).containsExactly("auth.account.unlinked");
    }

    @Test
    void leavesTheLastWayIn() {
        var ana = unreachable("Ana");
        var account = link(ana, "discord", "pana_auth");
        // None of these lets her in.
        link(ana, "facebook", "sidecar_shop");
        link(ana, "myspace", "pana_auth");

        as(ana).delete(PATH + "/" + account).then().statusCode(409).body("type", is("/problems/last-way-in"));

        link(ana, "wikimedia", "pana_auth");
        as(ana).delete(PATH + "/" + account).then().statusCode(204);
    }

    @Test
    void leavesOneWayInToSomebodyWhoUnlinksAllAtOnce() {
        for (var round = 0; round < 10; round++) {
            var ana = unreachable("Ana" + round);
            var accounts = new String[] {link(ana, "discord", "pana_auth"), link(ana, "facebook", "pana_auth")};

            var answers = Race.of(
                    2, i -> () -> as(ana).delete(PATH + "/" + accounts[i]).statusCode());

            assertThat(answers).containsExactlyInAnyOrder(204, 409);
            assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts WHERE user_id = '" + ana.id() + "'"))
                    .isOne();
        }
    }

    @Test
    void knowsNothingOfOthersAccounts() {
        var account = link(seed.person("Ben"), "discord", "pana_auth");
        var ana = seed.person("Ana");

        as(ana).delete(PATH + "/" + account).then().statusCode(404);
        as(ana).delete(PATH + "/nothing").then().statusCode(404);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isOne();
    }

    @Test
    void isForPeopleWhoAreSignedInOnAPageOfOurs() {
        var ana = seed.person("Ana");
        var account = link(ana, "discord", "pana_auth");

        given().get(PATH).then().statusCode(401);
        given().delete(PATH + "/" + account).then().statusCode(401);
        given().cookie(COOKIE, ana.sessionToken())
                .header("Origin", "https://evil.example")
                .delete(PATH + "/" + account)
                .then()
                .statusCode(403);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM accounts")).isOne();
    }

    /** Somebody whom a sidecar wrote down: nobody has proven the address. */
    private Person unreachable(String screenname) {
        var person = seed.person(screenname);
        sql.run("UPDATE users SET email_proven_at = NULL, email_verified = NULL WHERE id = ?", person.id());
        return person;
    }

    private String link(Person person, String provider, String by) {
        return sql.one(
                String.class,
                "INSERT INTO accounts (user_id, type, provider, provider_account_id, linked_by) VALUES (?, 'oauth', ?,"
                        + " ?, ?) RETURNING id",
                person.id(),
                provider,
                person.screenname(),
                by);
    }
}
