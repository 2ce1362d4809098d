package club.panamia.ops.doctor;

import static club.panamia.ops.doctor.Finding.doubtful;
import static club.panamia.ops.doctor.Finding.ill;
import static club.panamia.ops.doctor.Finding.well;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;

/** What waits: events, mails and jobs. */
@Singleton
class QueueExamination implements Examination {

    private static final String QUESTION = """
            SELECT coalesce((SELECT max(extract(epoch FROM clock_timestamp() - e.created_at))::int
                               FROM internal.event_cursor c
                               JOIN LATERAL (SELECT created_at FROM internal.event e WHERE e.position > c.position
                                              ORDER BY e.position LIMIT 1) e ON true), 0) AS events_waited,
                   (SELECT count(*)::int FROM internal.parked_event) AS events_parked,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - min(next_attempt_at))::int
                               FROM internal.mail_outbox WHERE state = 'queued'), 0) AS mail_waited,
                   (SELECT count(*)::int FROM internal.mail_outbox WHERE state = 'parked') AS mail_parked,
                   (SELECT count(*)::int FROM internal.job WHERE failures > 0) AS jobs_failing,
                   (SELECT count(*)::int FROM internal.job WHERE due_at < now() - interval '1 hour') AS jobs_late
            """;

    private static final int EVENTS_LATE = 60;
    private static final int MAIL_LATE = 300;

    private final Pool pool;

    QueueExamination(Pool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "queues";
    }

    @Override
    public Uni<List<Finding>> look() {
        return pool.query(QUESTION)
                .execute()
                .map(rows -> rows.iterator().next())
                .map(row -> List.of(events(row), parkedEvents(row), mail(row), parkedMail(row), jobs(row)));
    }

    private static Finding events(Row row) {
        var waited = row.getInteger("events_waited");
        var seen = "the oldest has waited for %d s".formatted(waited);
        return waited <= EVENTS_LATE
                ? well("events", seen)
                : ill(
                        "events",
                        seen,
                        "See which service is down or far behind: pana_events_waited_seconds tells by consumer.");
    }

    private static Finding parkedEvents(Row row) {
        var parked = row.getInteger("events_parked");
        return parked == 0
                ? well("parked events", "none")
                : doubtful(
                        "parked events",
                        "%d".formatted(parked),
                        "Read their errors at /api/ops/events/parked, mend the cause, replay them.");
    }

    private static Finding mail(Row row) {
        var waited = Math.max(0, row.getInteger("mail_waited"));
        var seen = "the oldest that is due has waited for %d s".formatted(waited);
        return waited <= MAIL_LATE
                ? well("mail", seen)
                : ill("mail", seen, "See whether ops-service runs and what its log says of the mail providers.");
    }

    private static Finding parkedMail(Row row) {
        var parked = row.getInteger("mail_parked");
        return parked == 0
                ? well("parked mail", "none")
                : doubtful(
                        "parked mail",
                        "%d".formatted(parked),
                        "Read their errors at /api/ops/mail, and retry what can be delivered now.");
    }

    private static Finding jobs(Row row) {
        var failing = row.getInteger("jobs_failing");
        var late = row.getInteger("jobs_late");
        return failing == 0 && late == 0
                ? well("jobs", "all run in their time")
                : doubtful(
                        "jobs",
                        "%d fail, %d are late by more than an hour".formatted(failing, late),
                        "Read their errors at /api/ops/jobs; where none runs at all, see whether ops-service does.");
    }
}
