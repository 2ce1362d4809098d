package club.panamia.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import club.panamia.schema.PostgresUrl;
import club.panamia.testing.database.TestDatabase;
import io.vertx.core.Vertx;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import io.vertx.mutiny.pgclient.PgBuilder;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.PoolOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two roles stand for the two servers, so that an answer tells where it comes from. */
class ReadPoolTest {

    private static final String WHO = "SELECT current_user::text";
    private static final String PRIMARY = "pana_profile";
    private static final String REPLICA = "pana_content";
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Vertx vertx = Vertx.vertx();
    private final ReplicaDoor door = new ReplicaDoor(vertx, TestDatabase.get().as(REPLICA));
    private final Pool primary = pool(TestDatabase.get().as(PRIMARY));
    private final Pool replica = pool(throughDoor());
    private Instant now = Instant.parse("2026-11-25T12:00:00Z");
    private final Clock clock = new Moving();
    private final ReadPool reads = new ReadPool(primary, Optional.of(replica), clock);

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void asksTheReplicaWhereThereIsOne() {
        assertThat(answer()).isEqualTo(REPLICA);
    }

    @Test
    void asksThePrimaryWhereThereIsNone() {
        var withoutReplica = new ReadPool(primary, Optional.empty(), clock);

        assertThat(answer(withoutReplica, WHO)).isEqualTo(PRIMARY);
    }

    @Test
    void asksThePrimaryWhileTheReplicaIsAwayAndTheReplicaWhenItIsBack() {
        assertThat(answer()).isEqualTo(REPLICA);

        door.shut();
        assertThat(answer()).as("broken off").isEqualTo(PRIMARY);
        assertThat(answer()).as("left out").isEqualTo(PRIMARY);
        now = now.plus(ReadPool.LEFT_OUT);
        assertThat(answer()).as("tried in vain").isEqualTo(PRIMARY);

        door.open();
        assertThat(answer()).as("not tried yet").isEqualTo(PRIMARY);
        now = now.plus(ReadPool.LEFT_OUT);
        assertThat(answer()).as("tried").isEqualTo(REPLICA);
        assertThat(answer()).as("there").isEqualTo(REPLICA);
    }

    @Test
    void asksThePrimaryForWhatTheReplicaDoesNotHaveYet() {
        var ofThePrimaryAlone = "SELECT current_user::text FROM profiles WHERE email = 'nobody' UNION SELECT 'found'";

        assertThat(answer(reads, ofThePrimaryAlone)).isEqualTo("found");
    }

    @Test
    void leavesABadValueToTheCallerAndTheReplicaIn() {
        assertThatThrownBy(() -> answer(reads, "SELECT ('x' || current_user)::int::text"))
                .isInstanceOf(PgException.class);

        assertThat(answer()).isEqualTo(REPLICA);
    }

    @Test
    void doesNotBurdenThePrimaryWithWhatIsTooMuchForTheReplica() {
        var full = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(1).setMaxWaitQueueSize(0))
                .connectingTo(options(TestDatabase.get().as(REPLICA)))
                .using(io.vertx.mutiny.core.Vertx.newInstance(vertx))
                .build();
        var held = full.getConnection().await().atMost(SOON);

        assertThatThrownBy(() -> answer(new ReadPool(primary, Optional.of(full), clock), WHO))
                .isInstanceOf(ConnectionPoolTooBusyException.class);

        held.close().await().atMost(SOON);
    }

    private String answer() {
        return answer(reads, WHO);
    }

    private static String answer(ReadPool reads, String question) {
        return reads.ask(question, Tuple.tuple())
                .map(rows -> rows.iterator().next().getString(0))
                .await()
                .atMost(SOON);
    }

    private PostgresUrl throughDoor() {
        var url = TestDatabase.get().as(REPLICA);
        return new PostgresUrl("127.0.0.1", door.port(), url.database(), url.user(), url.password(), null);
    }

    private Pool pool(PostgresUrl url) {
        return PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(2))
                .connectingTo(options(url))
                .using(io.vertx.mutiny.core.Vertx.newInstance(vertx))
                .build();
    }

    private static PgConnectOptions options(PostgresUrl url) {
        return new PgConnectOptions()
                .setHost(url.host())
                .setPort(url.port())
                .setDatabase(url.database())
                .setUser(url.user())
                .setPassword(url.password());
    }

    private final class Moving extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
