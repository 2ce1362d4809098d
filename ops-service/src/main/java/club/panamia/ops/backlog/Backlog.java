package club.panamia.ops.backlog;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * How long events and mails have waited, how many are parked, and how many jobs are stuck: gauges, read from the database now and
 * then. Every process of ops-service says the same, so look at the maximum.
 */
@ApplicationScoped
class Backlog {

    private static final String OF_CONSUMERS = """
            SELECT c.consumer,
                   coalesce((SELECT extract(epoch FROM clock_timestamp() - e.created_at)
                               FROM internal.event e
                              WHERE e.position > c.position
                              ORDER BY e.position
                              LIMIT 1), 0)::float8 AS waited,
                   (SELECT count(*) FROM internal.parked_event p WHERE p.consumer = c.consumer)::float8 AS parked
              FROM internal.event_cursor c
            """;

    private static final String OF_MAIL = """
            SELECT coalesce(extract(epoch FROM clock_timestamp() - min(next_attempt_at) FILTER (WHERE state = 'queued')), 0)::float8
                     AS waited,
                   count(*) FILTER (WHERE state = 'parked')::float8 AS parked
              FROM internal.mail_outbox
             WHERE state IN ('queued', 'parked')
            """;

    private static final String OF_JOBS = """
            SELECT count(*)::float8 AS stuck FROM internal.job
             WHERE failures >= 3
                OR (due_at < now() - interval '1 hour' AND (leased_until IS NULL OR leased_until <= now()))
            """;

    private record OfMail(double waited, double parked) {}

    private final Pool pool;
    private final MultiGauge waited;
    private final MultiGauge parked;
    private volatile OfMail mail = new OfMail(0, 0);
    private volatile double stuckJobs;

    Backlog(Pool pool, MeterRegistry meters) {
        this.pool = pool;
        this.waited =
                MultiGauge.builder("pana.events.waited").baseUnit("seconds").register(meters);
        this.parked = MultiGauge.builder("pana.events.parked").register(meters);
        Gauge.builder("pana.mail.waited.seconds", this, backlog -> Math.max(0, backlog.mail.waited()))
                .register(meters);
        Gauge.builder("pana.mail.parked", this, backlog -> backlog.mail.parked())
                .register(meters);
        Gauge.builder("pana.jobs.stuck", this, backlog -> backlog.stuckJobs).register(meters);
    }

    @Scheduled(every = "{pana.ops.backlog-every}", identity = "look-at-backlog")
    Uni<Void> look() {
        return lookAtConsumers().chain(this::lookAtMail).chain(this::lookAtJobs);
    }

    private Uni<Void> lookAtConsumers() {
        return pool.query(OF_CONSUMERS)
                .execute()
                .invoke(consumers -> waited.register(figures(consumers, "waited"), true))
                .invoke(consumers -> parked.register(figures(consumers, "parked"), true))
                .replaceWithVoid();
    }

    private Uni<Void> lookAtMail() {
        return pool.query(OF_MAIL)
                .execute()
                .map(rows -> rows.iterator().next())
                .invoke(row -> mail = new OfMail(row.getDouble("waited"), row.getDouble("parked")))
                .replaceWithVoid();
    }

    private Uni<Void> lookAtJobs() {
        return pool.query(OF_JOBS)
                .execute()
                .invoke(rows -> stuckJobs = rows.iterator().next().getDouble("stuck"))
                .replaceWithVoid();
    }

    private static List<MultiGauge.Row<?>> figures(RowSet<Row> consumers, String figure) {
        return StreamSupport.stream(consumers.spliterator(), false)
                .<MultiGauge.Row<?>>map(
                        row -> MultiGauge.Row.of(Tags.of("consumer", row.getString("consumer")), row.getDouble(figure)))
                .toList();
    }
}
