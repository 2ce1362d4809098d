package club.panamia.auth.session;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static club.panamia.testing.http.Callers.withToken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class SessionResourceTest {

    @Inject
    ForgetWhatEnded forgetWhatEnded;

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Test
    void showsWhoIsSignedInAndNeverTheToken() {
        var moderator = seed.withRole("Moe", "contentModerator");

        as(moderator)
                .get("/api/auth/session")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .header("Set-Cookie", containsString("Max-Age=2592000"))
                .body("user.id", is(moderator.id()))
                .body("user.screenname", is("Moe"))
                .body("user.isContentModerator", is(true))
                .body("user.isAdmin", is(false))
                .body(not(containsString(moderator.sessionToken())));
        anonymous().get("/api/auth/session").then().statusCode(401);
    }

    @Test
    void endsOneSessionOrAllOfThem() {
        var ana = seed.person("Ana");
        var phone = seed.session(ana.id(), "pana_auth", Duration.ofDays(30));
        var shop = seed.session(ana.id(), "sidecar_shop", Duration.ofDays(30));
        var beto = seed.person("Beto");

        withToken(phone)
                .post("/api/auth/sign-out")
                .then()
                .statusCode(204)
                .header("Set-Cookie", containsString("Max-Age=0"));
        withToken(phone).get("/api/auth/session").then().statusCode(401);
        as(ana).get("/api/auth/session").then().statusCode(200);

        as(ana).post("/api/auth/sign-out-everywhere").then().statusCode(204);
        as(ana).get("/api/auth/session").then().statusCode(401);
        withToken(shop).get("/api/auth/session").then().statusCode(401);
        as(beto).get("/api/auth/session").then().statusCode(200);
    }

    @Test
    void forgetsWhatEnded() {
        var ana = seed.person("Ana");
        seed.session(ana.id(), "pana_auth", Duration.ofSeconds(-1));
        sql.run(
                "INSERT INTO verification_tokens (identifier, token, expires) VALUES ('a@b.cd', 'x', now() - interval '1 day')");

        forgetWhatEnded.forget().await().atMost(Duration.ofSeconds(5));

        assertThat(sql.one(Long.class, "SELECT count(*) FROM sessions")).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM verification_tokens"))
                .isZero();
    }
}
