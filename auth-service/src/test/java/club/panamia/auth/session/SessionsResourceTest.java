package club.panamia.auth.session;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.http.Callers;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SessionsResourceTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
    }

    @Test
    void showWhereIAmSignedInAndNeverAToken() {
        var phone = seed.session(ana.id(), "sidecar_shop", MONTH);
        sql.run("""
                UPDATE sessions SET created_at = now() + interval '1 second', ip_address = '203.0.113.0/24',
                       user_agent = 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
                 WHERE session_token = ?""", phone);
        seed.session(ana.id(), "pana_auth", Duration.ofSeconds(-1));
        var ben = seed.person("Ben");

        as(ana).get("/api/auth/sessions")
                .then()
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items.current", contains(false, true))
                .body("items[0].id", is(publicId(phone)))
                .body("items[0].device", is("Firefox on Linux"))
                .body("items[0].ipPrefix", is("203.0.113.0/24"))
                .body("items[0].app", is("shop"))
                .body("items[0].createdAt", notNullValue())
                .body("items[0].lastSeenAt", notNullValue())
                .body("items[1].device", is("Unknown device"))
                .body("items[1]", not(hasKey("app")))
                .body(not(containsString(phone)))
                .body(not(containsString(ana.sessionToken())))
                .body(not(containsString(publicId(ben.sessionToken()))));
    }

    @Test
    void showThePrefixOnlyOfAnAddressThatWasKeptWhole() {
        sql.run("UPDATE sessions SET ip_address = '203.0.113.77'");

        as(ana).get("/api/auth/sessions")
                .then()
                .body("items[0].ipPrefix", is("203.0.113.0/24"))
                .body(not(containsString("203.0.113.77")));
    }

    @Test
    void comeInPages() {
        for (var i = 0; i < 4; i++) {
            seed.session(ana.id(), "pana_auth", MONTH);
        }

        var first = as(ana).get("/api/auth/sessions?limit=3").then().body("items", hasSize(3));
        as(ana).queryParam("cursor", first.extract().<String>path("nextCursor"))
                .get("/api/auth/sessions?limit=3")
                .then()
                .body("items", hasSize(2))
                .body("$", not(hasKey("nextCursor")));
        as(ana).get("/api/auth/sessions?limit=101").then().statusCode(422).body("errors[0].path", is("limit"));
        as(ana).get("/api/auth/sessions?cursor=x").then().statusCode(422).body("errors[0].path", is("cursor"));
    }

    @Test
    void noteAVisitAfterAQuarterOfAnHour() {
        sql.run("UPDATE sessions SET last_seen_at = now() - interval '16 minutes'");

        as(ana).get("/api/auth/sessions").then().statusCode(200);

        assertThat(sql.one(Boolean.class, "SELECT last_seen_at > now() - interval '1 minute' FROM sessions"))
                .isTrue();
    }

    @Test
    void endOneByOne() {
        var phone = seed.session(ana.id(), "pana_auth", MONTH);

        as(ana).delete("/api/auth/sessions/{id}", publicId(phone)).then().statusCode(204);

        withToken(phone).get("/api/auth/session").then().statusCode(401);
        as(ana).get("/api/auth/session").then().statusCode(200);
        as(ana).delete("/api/auth/sessions/{id}", publicId(ana.sessionToken()))
                .then()
                .statusCode(204);
        as(ana).get("/api/auth/session").then().statusCode(401);
    }

    @Test
    void endAllButTheOneThatAsks() {
        var phone = seed.session(ana.id(), "pana_auth", MONTH);
        var shop = seed.session(ana.id(), "sidecar_shop", MONTH);
        var ben = seed.person("Ben");

        as(ana).delete("/api/auth/sessions").then().statusCode(204);

        as(ana).get("/api/auth/session").then().statusCode(200);
        withToken(phone).get("/api/auth/session").then().statusCode(401);
        withToken(shop).get("/api/auth/session").then().statusCode(401);
        as(ben).get("/api/auth/session").then().statusCode(200);
    }

    @Test
    void hideThoseOfOthers() {
        var ben = seed.person("Ben");

        as(ana).delete("/api/auth/sessions/{id}", publicId(ben.sessionToken()))
                .then()
                .statusCode(404)
                .body("type", is("/problems/not-found"));
        as(ana).delete("/api/auth/sessions/{id}", "x".repeat(65)).then().statusCode(422);

        as(ben).get("/api/auth/session").then().statusCode(200);
    }

    @Test
    void areForSignedInPeopleOnPagesOfOurs() {
        var id = publicId(ana.sessionToken());

        anonymous().get("/api/auth/sessions").then().statusCode(401);
        anonymous().delete("/api/auth/sessions").then().statusCode(401);
        anonymous().delete("/api/auth/sessions/{id}", id).then().statusCode(401);
        for (var path : new String[] {"/api/auth/sessions", "/api/auth/sessions/" + id}) {
            RestAssured.given()
                    .cookie(Callers.COOKIE, ana.sessionToken())
                    .header("Origin", "https://evil.example")
                    .delete(path)
                    .then()
                    .statusCode(403);
        }

        as(ana).get("/api/auth/session").then().statusCode(200);
    }

    @Test
    void cannotBeEndedByAJwtWhoseSessionHasEnded() {
        var jwt =
                as(ana).post("/api/auth/token").then().statusCode(200).extract().<String>path("token");
        var phone = seed.session(ana.id(), "pana_auth", MONTH);
        as(ana).post("/api/auth/sign-out").then().statusCode(204);

        RestAssured.given()
                .auth()
                .oauth2(jwt)
                .delete("/api/auth/sessions/{id}", publicId(phone))
                .then()
                .statusCode(401);

        withToken(phone).get("/api/auth/session").then().statusCode(200);
    }

    private String publicId(String token) {
        return sql.one(String.class, "SELECT public_id FROM sessions WHERE session_token = ?", token);
    }
}
