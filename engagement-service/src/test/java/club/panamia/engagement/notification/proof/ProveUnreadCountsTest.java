package club.panamia.engagement.notification.proof;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.notification.Told;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ProveUnreadCountsTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    ProveUnreadCounts job;

    @Inject
    MeterRegistry registry;

    private Person ana;
    private Person ben;

    @BeforeEach
    void whatIsNotRead() {
        ana = seed.person("Ana");
        ben = seed.person("Ben");
        for (var i = 0; i < 3; i++) {
            Told.follow(ben, ana, "2026-03-01T0" + i + ":00Z");
        }
        Told.become(Told.follow(ana, ben, "2026-03-01T09:00Z"), "read = true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE internal.unread_count SET contexts = '{\"follow\": 7}'",
                "UPDATE internal.unread_count SET contexts = '{\"follow\": 3, \"mention\": 1}'",
                "DELETE FROM internal.unread_count",
            })
    void countAnewWhatIsWrong(String fault) {
        sql.run(fault);
        var before = found();

        run();

        assertThat(Told.miscounted()).isEmpty();
        assertThat(found() - before).isEqualTo(1);
        as(ana).get("/api/notifications/unread-count").then().body("count", is(3));
    }

    @Test
    void leaveAloneWhatIsRight() {
        var version =
                sql.list(String.class, "SELECT xmin || ' ' || user_id FROM internal.unread_count ORDER BY user_id");
        var before = found();

        run();

        assertThat(sql.list(String.class, "SELECT xmin || ' ' || user_id FROM internal.unread_count ORDER BY user_id"))
                .isEqualTo(version);
        assertThat(found()).isEqualTo(before);
    }

    @Test
    void proveEverybodyHoweverManyThereAre() {
        sql.run(
                "INSERT INTO users (email, screenname) SELECT 'p' || n || '@example.org', 'p-' || n FROM generate_series(1, 1100) n");
        sql.run(
                "INSERT INTO internal.unread_count (user_id, contexts) SELECT id, '{\"event\": 1}' FROM users WHERE screenname LIKE 'p-%'");

        run();

        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void mendWhilePeopleReadAndAreTold() {
        var ids = sql.list(String.class, "SELECT id FROM notifications WHERE target = ?", ana.id());
        sql.run("UPDATE internal.unread_count SET contexts = '{\"follow\": 9}' WHERE user_id = ?", ana.id());

        var statuses = Race.of(7, i -> () -> {
            if (i == 0) {
                run();
                return 204;
            }
            var mark = i % 2 == 0 ? "/read" : "/unread";
            return as(ana).post("/api/notifications/" + ids.get(i % 3) + mark).statusCode();
        });
        run();

        assertThat(statuses).containsOnly(204);
        assertThat(Told.miscounted()).isEmpty();
    }

    private double found() {
        return registry.counter("pana.notifications.miscounted").count();
    }

    /** As the scheduler does, on a context of its own. */
    private void run() {
        try {
            VertxContextSupport.subscribeAndAwait(() -> job.run());
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
