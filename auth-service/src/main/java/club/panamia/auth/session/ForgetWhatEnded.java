package club.panamia.auth.session;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ended sessions, verification tokens, and browsers in which nobody signed in for a year leave the database. */
@ApplicationScoped
class ForgetWhatEnded {

    private static final String FORGOTTEN_BROWSERS =
            "DELETE FROM internal.seen_browser WHERE last_seen_at < now() - interval '1 year'";

    private final NamedJobs jobs;
    private final Sessions sessions;
    private final Pool pool;

    ForgetWhatEnded(NamedJobs jobs, Sessions sessions, Pool pool) {
        this.jobs = jobs;
        this.sessions = sessions;
        this.pool = pool;
    }

    @Scheduled(every = "10m", delayed = "5m", identity = "forget-what-ended")
    Uni<Void> forgetWhenDue() {
        return jobs.run("forget-what-ended", Duration.ofHours(1), () -> forget().replaceWith(0));
    }

    Uni<Void> forget() {
        return sessions.purge()
                .chain(() -> pool.query("DELETE FROM verification_tokens WHERE expires < now()")
                        .execute())
                .chain(() -> pool.query(FORGOTTEN_BROWSERS).execute())
                .replaceWithVoid();
    }
}
