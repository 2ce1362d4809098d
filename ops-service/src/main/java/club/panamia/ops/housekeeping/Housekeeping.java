package club.panamia.ops.housekeeping;

import club.panamia.kernel.event.OldEvents;
import club.panamia.kernel.idempotency.IdempotencyKeys;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.ops.mail.Outbox;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Keeps the shared tables small and the database free. Each job may run in several processes at once. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private static final String END_STALE_SIDECARS =
            "SELECT role_name, process_id FROM internal.end_stale_sidecars(interval '10 minutes')";

    private static final String END_BLOCKING_SIDECARS =
            "SELECT role_name, process_id FROM internal.end_blocking_sidecars(interval '3 seconds')";

    private final Pool pool;
    private final OldEvents oldEvents;
    private final RateLimits rateLimits;
    private final IdempotencyKeys idempotencyKeys;
    private final Outbox outbox;
    private final Duration eventRetention;

    Housekeeping(
            Pool pool,
            OldEvents oldEvents,
            RateLimits rateLimits,
            IdempotencyKeys idempotencyKeys,
            Outbox outbox,
            @ConfigProperty(name = "pana.ops.event-retention") Duration eventRetention) {
        this.pool = pool;
        this.oldEvents = oldEvents;
        this.rateLimits = rateLimits;
        this.idempotencyKeys = idempotencyKeys;
        this.outbox = outbox;
        this.eventRetention = eventRetention;
    }

    @Scheduled(every = "{pana.ops.jobs-every}", delayed = "1m", identity = "prune-events")
    Uni<Void> pruneEvents() {
        return Uni.createFrom()
                .deferred(() -> oldEvents.prune(eventRetention))
                .repeat()
                .whilst(pruned -> pruned > 0)
                .onItem()
                .ignoreAsUni();
    }

    @Scheduled(every = "{pana.ops.jobs-every}", delayed = "1m", identity = "forget-idempotency-keys")
    Uni<Void> forgetIdempotencyKeys() {
        return idempotencyKeys.purge().replaceWithVoid();
    }

    @Scheduled(every = "{pana.ops.jobs-every}", delayed = "1m", identity = "forget-rate-limits")
    Uni<Void> forgetRateLimits() {
        return rateLimits.purge().replaceWithVoid();
    }

    @Scheduled(every = "{pana.ops.jobs-every}", delayed = "1m", identity = "tidy-outbox")
    Uni<Void> tidyOutbox() {
        return outbox.tidy();
    }

    /** A sidecar's open transaction keeps locks on our tables and stops VACUUM. */
    @Scheduled(every = "{pana.ops.watchdog-every}", delayed = "1m", identity = "end-stale-sidecars")
    Uni<Void> endStaleSidecars() {
        return pool.query(END_STALE_SIDECARS)
                .execute()
                .invoke(ended -> ended.forEach(row -> tell(row, "open for more than ten minutes")))
                .replaceWithVoid();
    }

    /** Nobody waits long for a sidecar's lock, whatever the sidecar does with its own timeouts. */
    @Scheduled(every = "{pana.ops.blocking-watchdog-every}", delayed = "10s", identity = "end-blocking-sidecars")
    Uni<Void> endBlockingSidecars() {
        return pool.query(END_BLOCKING_SIDECARS)
                .execute()
                .invoke(ended -> ended.forEach(row -> tell(row, "for whose locks others waited")))
                .replaceWithVoid();
    }

    private static void tell(Row ended, String why) {
        LOG.warnf("Ended a transaction of %s, %s", ended.getString("role_name"), why);
    }
}
