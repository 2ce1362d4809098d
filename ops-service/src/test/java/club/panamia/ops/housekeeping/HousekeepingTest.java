package club.panamia.ops.housekeeping;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.ops.job.Job;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class HousekeepingTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Housekeeping housekeeping;

    @Inject
    @All
    List<Job> jobs;

    @Test
    void forgetsEventsThatAreOldAndReadByAll() {
        event("old-and-read", 1, 31);
        event("young", 2, 29);
        event("old-and-unread", 3, 31);
        sql.run("INSERT INTO internal.event_cursor (consumer, position) VALUES ('far', 9), ('near', 2)");

        run("forget-old-events");

        assertThat(sql.list(String.class, "SELECT id FROM internal.event ORDER BY position"))
                .containsExactly("young", "old-and-unread");
    }

    @Test
    void forgetsIdempotencyKeysAfterADay() {
        sql.run(
                "INSERT INTO internal.idempotency_key (key, fingerprint, status, created_at)"
                        + " VALUES ('old', '', 201, now() - interval '25 hours'), ('young', '', 201, now() - interval '23 hours')");

        run("forget-idempotency-keys");

        assertThat(sql.list(String.class, "SELECT key FROM internal.idempotency_key"))
                .containsExactly("young");
    }

    @Test
    void forgetsRateLimitsWhoseWindowIsOver() {
        sql.run(
                "INSERT INTO internal.rate_limit (key, window_start, window_end, used)"
                        + " VALUES ('over', now() - interval '2 hours', now() - interval '1 hour', 3), ('open', now(), now() + interval '1 hour', 3)");

        run("forget-rate-limits");

        assertThat(sql.list(String.class, "SELECT key FROM internal.rate_limit"))
                .containsExactly("open");
    }

    @Test
    void wipesExpiredMailAndForgetsOldOnes() {
        mail("queued-late", "queued", "-1 hour", "-1 hour");
        mail("parked-late", "parked", "-1 hour", "-1 hour");
        mail("queued", "queued", "1 hour", "-1 hour");
        mail("sent", "sent", "-10 days", "-29 days");
        mail("sent-old", "sent", "-30 days", "-31 days");
        mail("parked-old", "parked", "1 hour", "-31 days");

        run("wipe-expired-mail");
        run("forget-old-mail");

        assertThat(sql.list(String.class, "SELECT dedupe_key || ' ' || state FROM internal.mail_outbox"))
                .containsExactlyInAnyOrder(
                        "queued-late expired",
                        "parked-late expired",
                        "queued queued",
                        "sent sent",
                        "parked-old parked");
        assertThat(sql.one(
                        Long.class,
                        "SELECT count(*) FROM internal.mail_outbox WHERE state = 'expired' AND params IS NOT NULL"))
                .isZero();
    }

    /** That a stale transaction is really ended is a test of the function itself; here, that ops-service may call it. */
    @Test
    void looksForStaleSidecars() {
        done(housekeeping.endStaleSidecars());

        assertThat(sql.list(String.class, "SELECT name FROM internal.job WHERE error IS NULL AND ended_at IS NOT NULL"))
                .containsExactly("end-stale-sidecars");
        assertThat(
                        sql.one(
                                Boolean.class,
                                "SELECT has_function_privilege('pana_ops', 'internal.end_stale_sidecars(interval)', 'EXECUTE')"))
                .isTrue();
    }

    @Test
    void looksForBlockingSidecars() {
        done(housekeeping.endBlockingSidecars());

        assertThat(
                        sql.one(
                                Boolean.class,
                                "SELECT has_function_privilege('pana_ops', 'internal.end_blocking_sidecars(interval)', 'EXECUTE')"))
                .isTrue();
    }

    private void event(String id, int position, int days) {
        sql.run(
                "INSERT INTO internal.event (id, position, type, payload, created_at) VALUES (?, ?, 'ops.test.happened', '{}', now() - make_interval(days => ?))",
                id,
                position,
                days);
    }

    private void mail(String key, String state, String expiresIn, String createdIn) {
        sql.run("""
                INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, state, sent_at, params, expires_at, created_at)
                VALUES ('sign-in', 'a@b.c', ?, ?, CASE WHEN ? = 'sent' THEN now() END, CASE WHEN ? <> 'sent' THEN 'x'::bytea END,
                        now() + ?::interval, now() + ?::interval)
                """, key, state, state, state, expiresIn, createdIn);
    }

    @Test
    void forgetsDoubtfulMessagesAfterThreeMonths() {
        sql.run("""
                INSERT INTO contact_submissions (id, name, email, message, quarantined_for, created_at) VALUES
                  ('old', 'Eve', 'e@example.org', 'Buy it, buy it', 'links', now() - interval '91 days'),
                  ('young', 'Eve', 'e@example.org', 'Buy it, buy it', 'links', now() - interval '89 days'),
                  ('serious', 'Ana', 'a@example.org', 'Where is the market?', NULL, now() - interval '91 days')""");

        run("forget-quarantined-messages");

        assertThat(sql.list(String.class, "SELECT id FROM contact_submissions ORDER BY id"))
                .containsExactly("serious", "young");
    }

    @Test
    void forgetsWhatProvidersToldAfterAMonth() {
        sql.run("INSERT INTO internal.webhook_call (key, created_at)"
                + " VALUES ('old', now() - interval '31 days'), ('young', now() - interval '29 days')");

        run("forget-webhook-calls");

        assertThat(sql.list(String.class, "SELECT key FROM internal.webhook_call"))
                .containsExactly("young");
    }

    /** Step by step until there is nothing left. */
    private void run(String name) {
        var job = jobs.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
        while (job.step().get().await().atMost(Duration.ofSeconds(30)) > 0) {
            assertThat(job.name()).isEqualTo(name);
        }
    }

    private static void done(Uni<Void> job) {
        job.await().atMost(Duration.ofSeconds(30));
    }
}
