package club.panamia.auth.erasure;

import static club.panamia.testing.http.Callers.anonymous;
import static club.panamia.testing.http.Callers.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import club.panamia.kernel.job.NamedJobs;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.database.Traces;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The physical delete, in a session of its own. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class EraseTombstonesTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();
    private final Sql superuser = new Sql(TestDatabase.get().asAdmin(), null);

    @Inject
    NamedJobs jobs;

    @Inject
    EraseTombstones job;

    @Inject
    Tombstones tombstones;

    @Inject
    Vertx vertx;

    private Person ana;
    private Person eva;

    @BeforeEach
    void anaHasLeft() {
        ana = seed.person("Ana");
        eva = seed.admin("Eva");
        as(ana).queryParam("authorship", "keep").delete("/api/users/me").then().statusCode(204);
    }

    @AfterEach
    void withoutApps() {
        superuser.run("DROP SCHEMA IF EXISTS app_of_a_test CASCADE");
    }

    @Test
    void waitsForTheServices() {
        job();

        assertThat(rows()).isOne();
        as(eva).get("/api/auth/admin/erasures")
                .then()
                .statusCode(200)
                .body("items[0].userId", is(ana.id()))
                .body("items[0].authorship", is("keep"))
                .body("items[0].waitingFor", hasSize(7))
                .body("items[0].attempts", is(0));
    }

    @Test
    void deletesTheRowAndForgetsWhatWasNoted() {
        servicesHaveDoneTheirPart();

        job();

        assertThat(rows()).isZero();
        assertThat(sql.rows("SELECT addresses, credit FROM internal.subject_request")
                        .getFirst())
                .containsEntry("addresses", null)
                .containsEntry("credit", null);
        assertThat(Traces.of(ana.id())).doesNotContain("public.users.id");
        as(eva).get("/api/auth/admin/erasures")
                .then()
                .body("items[0].erasedAt", notNullValue())
                .body("items[0].waitingFor", hasSize(0))
                .body("items[0]", not(hasKey("heldBy")));
    }

    @Test
    void saysWhichTableOfAnAppHoldsTheRowAndTriesAgainLater() {
        superuser.run("CREATE SCHEMA app_of_a_test");
        superuser.run("CREATE TABLE app_of_a_test.bookings (owner_id text REFERENCES users (id))");
        superuser.run("INSERT INTO app_of_a_test.bookings VALUES (?)", ana.id());
        servicesHaveDoneTheirPart();

        job();
        job();

        assertThat(rows()).isOne();
        as(eva).get("/api/auth/admin/erasures")
                .then()
                .body("items[0].heldBy", is("app_of_a_test.bookings"))
                .body("items[0].attempts", is(1));

        superuser.run("DELETE FROM app_of_a_test.bookings");
        sql.run("UPDATE internal.subject_request SET tried_at = now() - interval '2 minutes'");
        job();

        assertThat(rows()).isZero();
        as(eva).get("/api/auth/admin/erasures").then().body("items[0]", not(hasKey("heldBy")));
    }

    @Test
    void isDoneOnceByManyAtTheSameTime() {
        servicesHaveDoneTheirPart();

        Race.of(4, i -> () -> {
            job();
            return true;
        });

        assertThat(rows()).isZero();
        assertThat(sql.one(
                        Boolean.class,
                        "SELECT erased_at IS NOT NULL AND held_by IS NULL FROM internal.subject_request"))
                .isTrue();
    }

    @Test
    void forgetsCopiesThatHaveExpired() {
        as(eva).post("/api/users/me/export").then().statusCode(202);
        sql.run("UPDATE internal.subject_request SET expires_at = now() WHERE kind = 'export'");

        job();

        assertThat(sql.list(String.class, "SELECT kind FROM internal.subject_request"))
                .containsExactly("erasure");
    }

    @Test
    void leavesEmptyRowsWithoutAnAddressForTheEraser() {
        servicesHaveDoneTheirPart();

        new EraseTombstones(jobs, tombstones, withoutAnAddress()).run().await().atMost(Duration.ofSeconds(10));

        assertThat(rows()).isOne();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM internal.subject_request WHERE addresses IS NULL"))
                .isOne();
    }

    @Test
    void isToldByReadinessWhichItNeverSpoils() {
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'erasure' }.data.job", is("on"));

        var off = new ErasureReadiness(withoutAnAddress()).call().await().atMost(Duration.ofSeconds(1));
        assertThat(off.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(off.getData().orElseThrow())
                .hasEntrySatisfying("job", said -> assertThat(said.toString()).contains("POSTGRES_URL_ERASER"));
    }

    @Test
    void isShownToAdministrators() {
        as(seed.person("Ben")).get("/api/auth/admin/erasures").then().statusCode(403);
        anonymous().get("/api/auth/admin/erasures").then().statusCode(401);
        as(eva).queryParam("cursor", "nonsense")
                .get("/api/auth/admin/erasures")
                .then()
                .statusCode(422);
    }

    private Eraser withoutAnAddress() {
        return new Eraser(vertx, Optional.empty());
    }

    private void servicesHaveDoneTheirPart() {
        sql.run("""
                INSERT INTO internal.subject_request_part (request_id, service)
                SELECT id, service FROM internal.subject_request,
                       unnest('{auth-service,profile-service,content-service,social-service,mentoring-service,engagement-service,ops-service}'::text[])
                         AS service
                """);
    }

    private void job() {
        job.run().await().atMost(Duration.ofSeconds(30));
    }

    private long rows() {
        return sql.one(Long.class, "SELECT count(*) FROM users WHERE id = ?", ana.id());
    }
}
