package club.panamia.auth.oauth.authorize;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.auth.oauth.Program;
import club.panamia.auth.token.ReadyKeys;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a program gets for a code. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class CodeTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @BeforeEach
    void keysAreReady() {
        ReadyKeys.await();
    }

    @Test
    void takesACodeFromItsOwnProgramWithItsVerifierOnly() {
        var shop = Program.confidential("shop").firstParty();
        var pets = Program.confidential("pets").firstParty();
        var code = code(visit(as(seed.person("Ana")), shop.wish()));

        refused(pets.redeem(code));
        refused(shop.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                Program.REDIRECT,
                "code_verifier",
                "another-verifier-that-is-long-enough-for-all-of-it")));
        refused(shop.token(Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                "https://shop.example",
                "code_verifier",
                Program.VERIFIER)));
        refused(shop.redeem("another-code"));
        shop.token(Map.of(
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        Program.REDIRECT,
                        "code_verifier",
                        "short"))
                .then()
                .statusCode(400)
                .body("error", is("invalid_request"));

        shop.redeem(code).then().statusCode(200);
    }

    @Test
    void takesACodeForAMinuteAndWhileTheSessionIsOpen() {
        var shop = Program.confidential("shop").firstParty();
        var ana = seed.person("Ana");
        var late = code(visit(as(ana), shop.wish()));
        sql.run("UPDATE internal.oauth_code SET expires_at = now()");

        refused(shop.redeem(late));

        var code = code(visit(as(ana), shop.wish()));
        as(ana).post("/api/auth/sign-out").then().statusCode(204);
        refused(shop.redeem(code));
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.oauth_code"))
                .isZero();
    }

    @Test
    void takesACodeOnceAndRevokesItsTokenWhenItIsShownAgain() {
        var shop = Program.confidential("shop").firstParty();
        var code = code(visit(as(seed.person("Ana")), shop.wish()));
        var token = shop.redeem(code).then().statusCode(200).extract().<String>path("access_token");
        shop.introspect(token).then().body("active", is(true));

        refused(shop.redeem(code));

        shop.introspect(token).then().body("active", is(false));
    }

    @Test
    void takesACodeOnceHoweverManyShowItAtTheSameMoment() {
        var shop = Program.confidential("shop").firstParty();
        var code = code(visit(as(seed.person("Ana")), shop.wish()));

        var statuses = Race.of(50, runner -> () -> shop.redeem(code).statusCode());

        assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
        assertThat(statuses).filteredOn(status -> status == 400).hasSize(49);
    }

    private static Response visit(RequestSpecification browser, Map<String, String> wish) {
        return browser.redirects().follow(false).queryParams(wish).get("/oauth/authorize");
    }

    private static String code(Response answer) {
        return answer.header("Location").replaceAll(".*[?&]code=([^&]+).*", "$1");
    }

    private static void refused(Response answer) {
        answer.then().statusCode(400).body("error", is("invalid_grant"));
    }
}
