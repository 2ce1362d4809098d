package club.panamia.engagement.fault;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.engagement.mail.MailPasses;
import club.panamia.engagement.notification.Told;
import club.panamia.kernel.event.EventPump;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Twenty thousand events for two hundred people, while every connection that handles them is killed again and again, in the middle
 * of whatever it does: nothing is lost and nothing comes twice, neither in anybody's inbox nor by mail.
 */
@QuarkusTest
@ExtendWith(EmptyTables.class)
class KilledConsumersTest {

    private static final Logger LOG = Logger.getLogger(KilledConsumersTest.class);
    private static final int EVENTS = 20_000;
    private static final int PEOPLE = 200;
    private static final int FEWEST_KILLS = 10;
    private static final int MOST_KILLS = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** Longer than what a dead process took on loan stays with it. */
    private static final Duration AFTER_A_LOAN = Duration.ofMinutes(6);

    private final Sql sql = TestDatabase.get().sql();
    private final Random random = new Random(20260301);

    @Inject
    EventPump pump;

    @Inject
    MailPasses mails;

    @Test
    void loseNothingAndRepeatNothing() {
        sql.run(
                "INSERT INTO users (email, screenname, email_verified, email_proven_at) SELECT 'p' || n || '@example.org', 'p-' || n, now(), now()"
                        + " FROM generate_series(0, ?) n",
                PEOPLE - 1);
        sql.run("""
                INSERT INTO internal.event (type, payload)
                SELECT 'auth.account.linked', jsonb_build_object('userId', u.id)
                  FROM generate_series(1, ?) n JOIN users u ON u.screenname = 'p-' || n % ?
                """, EVENTS, PEOPLE);

        var killed = tellAll();
        var killedWhileMailing = mailAll();

        LOG.infof("killed %d times, and %d times while mailing", killed, killedWhileMailing);
        assertThat(killed).isGreaterThanOrEqualTo(FEWEST_KILLS);
        assertThat(killedWhileMailing).isPositive();
        assertThat(sql.one(Long.class, "SELECT count(*) FROM notifications")).isEqualTo(EVENTS);
        assertThat(sql.list(String.class, """
                SELECT coalesce(e.id, n.dedupe_key) FROM internal.event e
                  FULL JOIN notifications n ON n.dedupe_key = e.id || ':' || (e.payload ->> 'userId')
                 WHERE e.id IS NULL OR n.id IS NULL
                """)).isEmpty();
        assertThat(Told.miscounted()).isEmpty();
        assertThat(sql.list(String.class, """
                SELECT n.id FROM notifications n
                  LEFT JOIN internal.notification_delivery d ON d.notification_id = n.id AND d.channel = 'email' AND d.state = 'sent'
                 GROUP BY n.id HAVING count(d.id) <> 1
                """)).isEmpty();
        assertThat(sql.list(String.class, "SELECT recipient FROM internal.mail_outbox ORDER BY recipient"))
                .isEqualTo(sql.list(String.class, "SELECT email FROM users ORDER BY email"));
    }

    private int tellAll() {
        var kills = new AtomicInteger();
        while (behind()) {
            underFire(kills, Duration.ofMillis(800), this::drainAsFarAsItGoes);
        }
        return kills.get();
    }

    private int mailAll() {
        var kills = new AtomicInteger();
        for (var now = Instant.now().plus(Duration.ofHours(1)); unsent(); now = now.plus(AFTER_A_LOAN)) {
            var time = now;
            underFire(kills, Duration.ofMillis(150), () -> LOG.debugf("a pass ended: %s", mails.ended(time)));
        }
        return kills.get();
    }

    private boolean unsent() {
        return sql.one(
                Boolean.class, "SELECT EXISTS (SELECT FROM internal.notification_delivery WHERE state = 'queued')");
    }

    private void underFire(AtomicInteger kills, Duration between, Runnable work) {
        var working = new AtomicBoolean(true);
        var killer = Thread.ofVirtual().start(() -> killWhile(working, kills, between));
        work.run();
        working.set(false);
        join(killer);
    }

    private boolean behind() {
        sql.run("UPDATE internal.parked_event SET next_attempt_at = now()");
        return sql.one(Boolean.class, """
                SELECT EXISTS (SELECT FROM internal.parked_event)
                    OR coalesce((SELECT position FROM internal.event_cursor WHERE consumer = 'engagement-service'), 0)
                       < (SELECT coalesce(max(position), 1) FROM internal.event)
                    OR EXISTS (SELECT FROM internal.event WHERE position IS NULL)
                """);
    }

    private void drainAsFarAsItGoes() {
        try {
            pump.drain().await().atMost(PATIENCE);
        } catch (RuntimeException killed) {
            LOG.debugf("a consumer was killed: %s", killed.getMessage());
        }
    }

    /** Every connection but the killer's own, again and again at moments that nobody chose, until it was done often enough. */
    private void killWhile(AtomicBoolean working, AtomicInteger kills, Duration between) {
        while (working.get() && kills.get() < MOST_KILLS) {
            LockSupport.parkNanos(random.nextLong(between.toNanos()));
            sql.run("""
                    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'
                    """);
            kills.incrementAndGet();
        }
    }

    private static void join(Thread killer) {
        try {
            killer.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
