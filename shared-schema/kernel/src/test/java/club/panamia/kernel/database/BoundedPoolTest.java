package club.panamia.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.PostgresUrl;
import club.panamia.testing.database.TestDatabase;
import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoundedPoolTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String LONG = "SELECT count(*) AS many /* %s */".formatted("long ".repeat(2_000));

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void keepsLongStatementsPlannedWhereStatementsAreCached() {
        assertThat(plannedAfterTwice(LONG, true)).isEqualTo(1);
    }

    @Test
    void keepsNoneBehindAPoolerThatDoesNotKnowThem() {
        assertThat(plannedAfterTwice(LONG, false)).isZero();
    }

    private long plannedAfterTwice(String statement, boolean cached) {
        var pool = pool(cached);
        for (var i = 0; i < 2; i++) {
            pool.preparedQuery(statement).execute().await().atMost(SOON);
        }
        return pool.query("SELECT count(*) FROM pg_prepared_statements WHERE length(statement) > 2048")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .await()
                .atMost(SOON);
    }

    private Pool pool(boolean cached) {
        PostgresUrl url = TestDatabase.get().as("pana_profile");
        var server = new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port())
                .setDatabase(url.database())
                .setUser(url.user())
                .setPassword(url.password())
                .setCachePreparedStatements(cached);
        return Pool.newInstance(new BoundedPool().create(new OneConnection(vertx, server)));
    }

    private record OneConnection(Vertx vertx, PgConnectOptions server) implements PgPoolCreator.Input {

        @Override
        public PoolOptions poolOptions() {
            return new PoolOptions().setMaxSize(1);
        }

        @Override
        public List<PgConnectOptions> pgConnectOptionsList() {
            return List.of(server);
        }
    }
}
