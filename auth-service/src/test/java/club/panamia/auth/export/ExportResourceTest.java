package club.panamia.auth.export;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ExportResourceTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    private Person ana;

    @BeforeEach
    void ana() {
        ana = seed.person("Ana");
        sql.run(
                "INSERT INTO accounts (user_id, type, provider, provider_account_id, access_token)"
                        + " VALUES (?, 'oidc', 'google', '7', 'a-secret-token')",
                ana.id());
    }

    @Test
    void isWholeOnceEveryServiceHasDoneItsPart() {
        as(ana).post("/api/users/me/export").then().statusCode(202);
        pump();

        as(ana).get("/api/users/me/export")
                .then()
                .statusCode(202)
                .header("Retry-After", "2")
                .body("waitingFor", hasSize(6))
                .body("waitingFor", hasItems("ops-service", "content-service"))
                .body("$", not(hasKey("services")));

        theOthersAnswer();
        var session = sql.one(String.class, "SELECT public_id FROM sessions");
        as(ana).get("/api/users/me/export")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("no-store"))
                .header("Content-Disposition", containsString("pana-data.json"))
                .body("services.'auth-service'.account[0].email", is("ana@example.org"))
                .body("services.'auth-service'.sessions[0].public_id", is(session))
                .body("services.'auth-service'.linkedAccounts[0].provider", is("google"))
                .body("services.'ops-service'.messages[0]", is("Hola"))
                .body(not(containsString(ana.sessionToken())))
                .body(not(containsString("a-secret-token")));
        assertThat(sql.list(
                        String.class,
                        "SELECT action FROM internal.security_event WHERE subject_id = ? ORDER BY id",
                        ana.id()))
                .containsExactly("export-requested", "export-read");
    }

    @Test
    void isPutTogetherOneAtATime() {
        var answers = Race.of(5, i -> () -> as(ana).post("/api/users/me/export").statusCode());

        assertThat(answers).containsOnlyOnce(202).allMatch(status -> status == 202 || status == 409);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.event")).isOne();
    }

    @Test
    void makesPlaceForANewerOne() {
        as(ana).post("/api/users/me/export").then().statusCode(202);
        as(ana).post("/api/users/me/export").then().statusCode(409).body("type", is("/problems/export-running"));
        pump();
        theOthersAnswer();

        as(ana).post("/api/users/me/export").then().statusCode(202);

        as(ana).get("/api/users/me/export").then().statusCode(202);
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.subject_request"))
                .isOne();
    }

    @Test
    void keepsNoAddressInTheClear() {
        as(ana).post("/api/users/me/export").then().statusCode(202);

        assertThat(Traces.of("ana@example.org"))
                .containsExactlyInAnyOrder("public.users.email", "internal.email_claim.norm");
    }

    @Test
    void isThereForSevenDays() {
        as(ana).get("/api/users/me/export").then().statusCode(404).body("type", is("/problems/no-export"));
        as(ana).post("/api/users/me/export").then().statusCode(202);
        pump();
        theOthersAnswer();
        assertThat(sql.one(Boolean.class, """
                        SELECT expires_at BETWEEN now() + interval '167 hours' AND now() + interval '7 days'
                          FROM internal.subject_request""")).isTrue();

        sql.run("UPDATE internal.subject_request SET expires_at = now()");

        as(ana).get("/api/users/me/export").then().statusCode(404);
    }

    @Test
    void isForOneselfAndNotTooOften() {
        anonymous().post("/api/users/me/export").then().statusCode(401);
        anonymous().get("/api/users/me/export").then().statusCode(401);
        as(ana).post("/api/users/me/export").then().statusCode(202);
        as(seed.person("Ben")).get("/api/users/me/export").then().statusCode(404);
        for (var i = 0; i < 4; i++) {
            as(ana).post("/api/users/me/export").then().statusCode(409);
        }
        as(ana).post("/api/users/me/export").then().statusCode(429);
    }

    /** As the six others do. */
    private void theOthersAnswer() {
        sql.run("""
                INSERT INTO internal.subject_request_part (request_id, service, content)
                SELECT id, service, '{"messages": ["Hola"]}' FROM internal.subject_request,
                       unnest('{profile-service,content-service,social-service,mentoring-service,engagement-service,ops-service}'::text[])
                         AS service
                """);
    }

    private void pump() {
        pump.drain().await().atMost(Duration.ofSeconds(30));
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }
}
