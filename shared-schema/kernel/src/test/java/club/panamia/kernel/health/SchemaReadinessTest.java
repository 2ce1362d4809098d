package club.panamia.kernel.health;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SchemaReadinessTest {

    private static final String NEWEST = SchemaVersion.built().newest();

    private final Sql sql = TestDatabase.get().sql();
    private final List<Integer> exits = new ArrayList<>();

    @Inject
    Vertx vertx;

    @AfterEach
    void putBack() {
        sql.run("ALTER TABLE IF EXISTS internal.hidden RENAME TO databasechangelog");
        sql.run("UPDATE internal.databasechangelog SET id = ? WHERE id = 'older'", NEWEST);
    }

    @Test
    void isReadyOnTheSchemaOfThisBuild() {
        get("/q/health/ready").then().statusCode(200).body("status", is("UP"));
    }

    @Test
    void waitsForTheMigrationThatItNeedsAndRecoversByItself() {
        sql.run("UPDATE internal.databasechangelog SET id = 'older' WHERE id = ?", NEWEST);

        get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'schema' }.data.reason",
                        is("waiting for migration " + NEWEST + ": run `bin/migrate up`"));

        putBack();
        get("/q/health/ready").then().statusCode(200);
    }

    @Test
    void saysThatTheDatabaseIsEmpty() {
        sql.run("ALTER TABLE internal.databasechangelog RENAME TO hidden");

        get("/q/health/ready")
                .then()
                .statusCode(503)
                .body(
                        "checks.find { it.name == 'schema' }.data.reason",
                        startsWith("waiting for migration " + NEWEST + ": the database is empty"));
        get("/q/health/live").then().statusCode(200);
    }

    @Test
    void endsAServiceThatLoggedInAsASuperuser() {
        var answer = lookAs(TestDatabase.get().asAdmin(), LaunchMode.NORMAL);

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(exits).containsExactly(2);
    }

    @Test
    void letsASuperuserBeInDevelopment() {
        var answer = lookAs(TestDatabase.get().asAdmin(), LaunchMode.DEVELOPMENT);

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
        assertThat(exits).isEmpty();
    }

    @Test
    void isNotReadyWhileTheDatabaseIsAway() {
        var away = new PostgresUrl("127.0.0.1", 1, "postgres", "pana_ops", "irrelevant", null);

        var answer = lookAs(away, LaunchMode.NORMAL);

        assertThat(answer.getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
        assertThat(answer.getData().orElseThrow()).containsEntry("reason", "the database cannot be reached");
        assertThat(exits).isEmpty();
    }

    private HealthCheckResponse lookAs(PostgresUrl url, LaunchMode mode) {
        var connect = new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port())
                .setDatabase(url.database())
                .setUser(url.user())
                .setPassword(url.password());
        var pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1))
                .connectingTo(connect)
                .using(vertx)
                .build();
        try {
            return new SchemaReadiness(pool, mode, exits::add).call().await().atMost(Duration.ofSeconds(10));
        } finally {
            pool.closeAndAwait();
        }
    }
}
