package club.panamia.ops.oauthverification;

import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.kernel.secret.Tokens;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class OAuthVerificationsResourceTest {

    private static final String PATH = "/api/oauth-verifications";

    @Inject
    Begun begun;

    @Inject
    Tokens tokens;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void listsWhatWaitsNewestFirstAndWithoutSecrets() {
        var ada = seed.admin("Ada");
        begun.signIn("1", "T1", "B1");
        begun.signIn("2", "T2", "B2");

        var first = as(ada).get(PATH + "?limit=1");

        first.then()
                .statusCode(200)
                .body("items.size()", is(1))
                .body("items[0].provider", is("wikimedia"))
                .body("items[0].account", is("Ana <b>"))
                .body(not(containsString(tokens.hash("T2"))), not(containsString(tokens.hash("B2"))));
        var rest = as(ada).get(PATH + "?limit=1&cursor=" + first.jsonPath().getString("nextCursor"));
        assertThat(rest.jsonPath().getString("items[0].id"))
                .isLessThan(first.jsonPath().getString("items[0].id"));
        rest.then().body("nextCursor", is((String) null));
    }

    @Test
    void tellsWhoeverHasTheAddressThatItWasRead() {
        var ana = seed.person("Ana");
        begun.signIn("1", "T1", "B1");

        as(seed.admin("Ada")).get(PATH).then().statusCode(200);

        assertThat(sql.list(String.class, "SELECT action FROM internal.security_event WHERE subject_id = ?", ana.id()))
                .containsExactly("record-read");
    }

    @Test
    void mailsTheProofAgain() {
        var ada = seed.admin("Ada");
        var id = begun.signIn("1", "T1", "B1");

        as(ada).post(PATH + "/" + id + "/mail").then().statusCode(204);

        assertThat(begun.newestMail().get("link")).contains("/api/oauth-verifications/confirmation?token=");
        as(ada).post(PATH + "/nothing/mail").then().statusCode(404);
    }

    @Test
    void forgetsOneAndAllThatWaitedTooLong() {
        var ada = seed.admin("Ada");
        var one = begun.signIn("1", "T1", "B1");
        begun.signIn("2", "T2", "B2");
        begun.signIn("3", "T3", "B3");
        sql.run("""
                UPDATE o_auth_verifications SET created_at = now() - interval '1 hour', expires_at = now() - interval '55 minutes'
                 WHERE provider_account_id = '2'""");

        as(ada).delete(PATH).then().statusCode(200).body("forgotten", is(1));
        as(ada).delete(PATH + "/" + one).then().statusCode(204);
        as(ada).delete(PATH + "/" + one).then().statusCode(404);

        as(ada).get(PATH).then().body("items.size()", is(1));
        assertThat(sql.list(String.class, "SELECT provider_account_id FROM o_auth_verifications"))
                .containsExactly("3");
    }

    @Test
    void isForAdministrators() {
        var ana = seed.person("Ana");
        var id = begun.signIn("1", "T1", "B1");

        given().get(PATH).then().statusCode(401);
        as(ana).get(PATH).then().statusCode(403);
        as(ana).delete(PATH).then().statusCode(403);
        as(ana).delete(PATH + "/" + id).then().statusCode(403);
        as(ana).post(PATH + "/" + id + "/mail").then().statusCode(403);
        as(seed.admin("Ada")).get(PATH + "?limit=0").then().statusCode(422);

        assertThat(sql.one(Long.class, "SELECT count(*) FROM o_auth_verifications"))
                .isOne();
    }
}
