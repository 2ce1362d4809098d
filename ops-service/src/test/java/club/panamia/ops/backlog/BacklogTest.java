package club.panamia.ops.backlog;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@QuarkusTest
@ExtendWith(EmptyTables.class)
class BacklogTest {

    private final Sql sql = TestDatabase.get().sql();

    @Inject
    Backlog backlog;

    @Inject
    MeterRegistry meters;

    @Test
    void tellsHowLongTheOldestEventHasWaitedForEachConsumer() {
        event("read", 1, "9 hours");
        event("unread", 2, "10 minutes");
        sql.run("INSERT INTO internal.event_cursor (consumer, position) VALUES ('up-to-date', 2), ('behind', 1)");

        look();

        assertThat(gauge("pana.events.waited", "up-to-date")).isZero();
        assertThat(gauge("pana.events.waited", "behind")).isBetween(600.0, 660.0);
    }

    @Test
    void countsWhatIsParkedForEachConsumer() {
        event("bad", 1, "1 hour");
        sql.run("INSERT INTO internal.event_cursor (consumer, position) VALUES ('strict', 1), ('lenient', 1)");
        sql.run("INSERT INTO internal.parked_event (consumer, event_id, next_attempt_at, error) VALUES ('strict',"
                + " 'bad', now(), 'no')");

        look();

        assertThat(gauge("pana.events.parked", "strict")).isOne();
        assertThat(gauge("pana.events.parked", "lenient")).isZero();
    }

    @Test
    void tellsOfMailThatWaitsOrIsParked() {
        mail("due", "queued", "-5 minutes");
        mail("later", "queued", "5 minutes");
        mail("stuck", "parked", "-1 hour");

        look();

        assertThat(meters.get("pana.mail.waited.seconds").gauge().value()).isBetween(300.0, 360.0);
        assertThat(meters.get("pana.mail.parked").gauge().value()).isOne();
    }

    @Test
    void mailThatIsNotDueHasNotWaited() {
        mail("later", "queued", "5 minutes");

        look();

        assertThat(meters.get("pana.mail.waited.seconds").gauge().value()).isZero();
    }

    @Test
    void countsJobsThatFailOrThatNobodyRuns() {
        sql.run("""
                INSERT INTO internal.job (name, service, due_at, failures, runner, leased_until) VALUES
                  ('fails', 'ops-service', now(), 3, NULL, NULL),
                  ('failed', 'ops-service', now(), 2, NULL, NULL),
                  ('late', 'far-service', now() - interval '61 minutes', 0, NULL, NULL),
                  ('due', 'ops-service', now() - interval '59 minutes', 0, NULL, NULL),
                  ('runs', 'ops-service', now() - interval '2 hours', 0, 'somebody', now() + interval '1 minute')""");

        look();

        assertThat(meters.get("pana.jobs.stuck").gauge().value()).isEqualTo(2);
    }

    @Test
    void standsAmongTheMetrics() {
        sql.run("INSERT INTO internal.event_cursor (consumer, position) VALUES ('one', 0)");

        look();

        assertThat(RestAssured.get("/q/metrics").asString())
                .contains(
                        "pana_events_waited_seconds{consumer=\"one\"",
                        "pana_events_parked{consumer=\"one\"",
                        "pana_mail_waited_seconds ",
                        "pana_mail_parked ",
                        "pana_jobs_stuck ");
    }

    private void look() {
        backlog.look().await().atMost(Duration.ofSeconds(10));
    }

    private double gauge(String name, String consumer) {
        return meters.get(name).tag("consumer", consumer).gauge().value();
    }

    private void event(String id, long position, String age) {
        sql.run(
                "INSERT INTO internal.event (id, position, type, payload, created_at) VALUES (?, ?, 'test.thing.done',"
                        + " '{}', now() - ?::interval)",
                id,
                position,
                age);
    }

    private void mail(String key, String state, String due) {
        sql.run(
                "INSERT INTO internal.mail_outbox (template, recipient, dedupe_key, state, next_attempt_at,"
                        + " expires_at, params) VALUES ('contact-receipt', 'ana@example.org', ?, ?, now() + ?::interval,"
                        + " now() + interval '1 day', '')",
                key,
                state,
                due);
    }
}
