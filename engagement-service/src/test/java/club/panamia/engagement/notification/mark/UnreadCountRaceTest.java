package club.panamia.engagement.notification.mark;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.engagement.notification.Told;
import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever reads, puts away and deletes while others are told: the number on the bell stays what a count of the rows says. */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class UnreadCountRaceTest {

    private static final long SEED = 20260301;
    private static final int RUNNERS = 8;
    private static final int STEPS = 25;
    private static final List<String> MARKS = List.of("/read", "/unread", "/archive");

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    EventPump pump;

    @Test
    void staysExact() {
        var ana = seed.person("Ana");
        var ben = seed.person("Ben");
        var ids = new ArrayList<String>();
        for (var i = 0; i < 6; i++) {
            ids.add(Told.follow(ben, ana, "2026-03-01T12:00Z"));
        }
        Told.become(ids.getFirst(), "context = 'mention'");

        var refused = Race.of(RUNNERS, runner -> () -> live(ana, ids, new Random(SEED + runner)));

        assertThat(refused).containsOnly(0);
        assertThat(Told.miscounted()).isEmpty();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM notifications WHERE context = 'system'"))
                .isPositive();
        assertThat(sql.list(String.class, "SELECT error FROM internal.parked_event"))
                .isEmpty();
    }

    /** How many calls were answered with anything but success. */
    private int live(Person ana, List<String> ids, Random random) {
        var refused = 0;
        for (var step = 0; step < STEPS; step++) {
            var chance = random.nextInt(10);
            if (chance == 0) {
                refused += as(ana).contentType("application/json")
                                        .body("{}")
                                        .post("/api/notifications/mark-all-read")
                                        .statusCode()
                                == 200
                        ? 0
                        : 1;
            } else if (chance == 1) {
                tell(ana);
            } else {
                var path = "/api/notifications/" + ids.get(random.nextInt(ids.size())) + MARKS.get(random.nextInt(3));
                refused += as(ana).request(chance == 2 && path.endsWith("archive") ? "DELETE" : "POST", path)
                                        .statusCode()
                                == 204
                        ? 0
                        : 1;
            }
        }
        return refused;
    }

    private void tell(Person person) {
        sql.run(
                "INSERT INTO internal.event (type, payload) VALUES ('auth.account.linked', jsonb_build_object('userId', ?::text))",
                person.id());
        pump.drain().await().atMost(Duration.ofSeconds(30));
    }
}
