package club.panamia.kernel.identity;

import static club.panamia.testing.http.Callers.COOKIE;
import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SessionIdentityTest {

    private static final String PARCEL = "{\"name\": \"xyz\", \"sender\": {\"email\": \"a@b.c\"}}";

    private final Seed seed = new Seed();

    @Test
    void knowsThePersonBehindTheCookie() {
        var ana = seed.person("Ana");

        as(ana).get("/parcels/whoami").then().statusCode(200).body(is(ana.id()));
        as(ana).get("/parcels/fresh").then().statusCode(200).body(is(ana.id()));
    }

    @Test
    void leavesAPublicPathOpenToACookieThatHasEnded() {
        var ana = seed.person("Ana");
        var ended = seed.session(ana.id(), "pana_auth", Duration.ofSeconds(-1));

        withToken(ended).get("/parcels/whoami").then().statusCode(200).body(is("nobody"));
        withToken("short").get("/parcels/whoami").then().statusCode(200).body(is("nobody"));
        withToken("x".repeat(600)).get("/parcels/whoami").then().statusCode(200).body(is("nobody"));
    }

    @Test
    void endsWithTheSessionOnTheNextRequest() {
        var ana = seed.person("Ana");
        as(ana).get("/parcels/fresh").then().statusCode(200);

        TestDatabase.get().sql().run("DELETE FROM sessions WHERE user_id = ?", ana.id());

        as(ana).get("/parcels/fresh").then().statusCode(401).body("type", is("/problems/not-signed-in"));
    }

    @Test
    void refusesALockedPerson() {
        var ana = seed.person("Ana");
        seed.lock(ana);

        as(ana).get("/parcels/fresh").then().statusCode(401);
    }

    @Test
    void honoursHigherRolesOnlyInSessionsThatAuthServiceIssued() {
        var admin = seed.admin("Ada");
        var fromSidecar = seed.session(admin.id(), "sidecar_shop", Duration.ofDays(1));

        as(admin).get("/parcels/admin").then().statusCode(200);
        withToken(fromSidecar).get("/parcels/admin").then().statusCode(403).body("type", is("/problems/forbidden"));
        as(seed.person("Ana")).get("/parcels/admin").then().statusCode(403);
        anonymous().get("/parcels/admin").then().statusCode(401);
    }

    @Test
    void closesWhatDeclaresNoAccess() {
        as(seed.admin("Ada")).get("/parcels/undeclared").then().statusCode(403);
    }

    @Test
    void extendsASessionAtMostOnceADay() {
        var ana = seed.person("Ana");
        var sql = TestDatabase.get().sql();
        sql.run("UPDATE sessions SET expires = now() + interval '20 days' WHERE user_id = ?", ana.id());

        as(ana).get("/parcels/fresh").then().statusCode(200);

        assertThat(sql.one(
                        Boolean.class,
                        "SELECT expires > now() + interval '29 days' FROM sessions WHERE user_id = ?",
                        ana.id()))
                .isTrue();
        var afterFirst = sql.one(Object.class, "SELECT updated_at FROM sessions WHERE user_id = ?", ana.id());
        as(ana).get("/parcels/fresh").then().statusCode(200);
        assertThat(sql.one(Object.class, "SELECT updated_at FROM sessions WHERE user_id = ?", ana.id()))
                .isEqualTo(afterFirst);
    }

    @Test
    void letsNoForeignPageActWithACookie() {
        var ana = seed.person("Ana");

        assertThat(sendFrom(ana, "https://evil.example", null)).isEqualTo(403);
        assertThat(sendFrom(ana, "null", null)).isEqualTo(403);
        assertThat(sendFrom(ana, null, null)).isEqualTo(403);
        assertThat(sendFrom(ana, null, "cross-site")).isEqualTo(403);
        assertThat(sendFrom(ana, null, "same-origin")).isEqualTo(200);
        assertThat(sendFrom(ana, "http://localhost:8080", null)).isEqualTo(200);
    }

    private static int sendFrom(Person person, String origin, String site) {
        var request = given().cookie(COOKIE, person.sessionToken())
                .contentType(ContentType.JSON)
                .body(PARCEL);
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (site != null) {
            request.header("Sec-Fetch-Site", site);
        }
        return request.post("/parcels").statusCode();
    }
}
