package club.panamia.engagement.notification.expiry;

import static club.panamia.testing.http.Callers.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import club.panamia.engagement.notification.Told;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import club.panamia.testing.seed.Person;
import club.panamia.testing.seed.Seed;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class ExpiryTest {

    private final Seed seed = new Seed();
    private final Sql sql = TestDatabase.get().sql();

    @Inject
    SweepNotifications sweep;

    @Inject
    Expiry expiry;

    private Person ana;
    private String id;

    @BeforeEach
    void oneNotification() {
        ana = seed.person("Ana");
        id = Told.follow(seed.person("Ben"), ana, "2026-03-01T12:00Z");
    }

    @ParameterizedTest
    @CsvSource({
        "'read = true, expires_at = now() - interval ''1 second''', 0",
        "'archived_at = now(), expires_at = now() - interval ''1 second''', 0",
        "'expires_at = now() - interval ''1 second'', created_at = now() - interval ''91 days''', 0",
        "'expires_at = now() - interval ''1 second'', created_at = now() - interval ''31 days''', 1",
        "'expires_at = now() - interval ''1 second'', context = ''review''', 1",
        "'read = true, expires_at = now() + interval ''1 hour''', 1",
        "'expires_at = NULL', 1",
    })
    void takesWhatIsOverButLeavesTheUnreadForLonger(String become, int left) {
        Told.become(id, become);

        sweep();

        assertThat(sql.list(String.class, "SELECT id FROM notifications")).hasSize(left);
        assertThat(sql.list(String.class, "SELECT id FROM notifications WHERE expires_at <= now()"))
                .isEmpty();
        assertThat(Told.miscounted()).isEmpty();
    }

    @Test
    void leavesTheNumberOnTheBellAsItWas() {
        Told.become(id, "created_at = now() - interval '91 days', expires_at = now() - interval '1 second'");
        as(ana).get("/api/notifications/unread-count").then().body("count", is(0));

        sweep();

        as(ana).get("/api/notifications/unread-count").then().body("count", is(0));
    }

    @Test
    void goesInPortions() {
        sql.run("""
                INSERT INTO notifications (type, context, target, read, expires_at)
                SELECT 'Follow', 'follow', ?, true, now() - interval '1 day' FROM generate_series(1, 25)
                """, ana.id());

        var first = expiry.purge(10).await().atMost(Duration.ofSeconds(10));
        sweep();

        assertThat(first).isEqualTo(10);
        assertThat(sql.list(String.class, "SELECT id FROM notifications")).containsExactly(id);
    }

    /** Also of mail that nobody has sent: after so long it is no news. */
    @Test
    void forgetsHowOldOnesWereDelivered() {
        sql.run("""
                INSERT INTO internal.notification_delivery
                       (user_id, event_key, category, kind, channel, state, due_at, created_at)
                SELECT ?, age || state, 'newFollower', 'followed', 'email', state, now(), now() - age * interval '1 day'
                  FROM (VALUES (89), (91)) a (age), (VALUES ('queued'), ('sent')) s (state)
                """, ana.id());

        sweep();

        assertThat(sql.list(String.class, "SELECT event_key FROM internal.notification_delivery ORDER BY 1"))
                .containsExactly("89queued", "89sent");
    }

    private void sweep() {
        sweep.run().await().atMost(Duration.ofSeconds(30));
    }
}
