package club.panamia.ops.housekeeping;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Keeps the database free. Each look may be taken by several processes at once. */
@ApplicationScoped
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);

    private static final String END_STALE_SIDECARS =
            "SELECT role_name, process_id FROM internal.end_stale_sidecars(interval '10 minutes')";

    private static final String END_BLOCKING_SIDECARS =
            "SELECT role_name, process_id FROM internal.end_blocking_sidecars(interval '3 seconds')";

    private final NamedJobs jobs;
    private final Pool pool;

    Housekeeping(NamedJobs jobs, Pool pool) {
        this.jobs = jobs;
        this.pool = pool;
    }

    /** A sidecar's open transaction keeps locks on our tables and stops VACUUM. */
    @Scheduled(every = "{pana.ops.watchdog-every}", delayed = "1m", identity = "end-stale-sidecars")
    Uni<Void> endStaleSidecars() {
        return jobs.run("end-stale-sidecars", Duration.ZERO, this::endThem);
    }

    private Uni<Integer> endThem() {
        return pool.query(END_STALE_SIDECARS)
                .execute()
                .invoke(ended -> ended.forEach(row -> tell(row, "open for more than ten minutes")))
                .replaceWith(0);
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
