package club.panamia.auth.session;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Ended sessions, verification tokens, and browsers in which nobody signed in for a year leave the database. */
@ApplicationScoped
class ForgetWhatEnded {

    private static final String OLD_TOKENS = "DELETE FROM verification_tokens WHERE expires < now()";

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
        return jobs.run("forget-what-ended", Duration.ofHours(1), this::forget);
    }

    Uni<Integer> forget() {
        return Uni.combine()
                .all()
                .unis(sessions.purge(), gone(OLD_TOKENS), gone(FORGOTTEN_BROWSERS))
                .usingConcurrencyOf(1)
                .with((ended, tokens, browsers) -> ended + tokens + browsers);
    }

    private Uni<Integer> gone(String statement) {
        return pool.query(statement).execute().map(RowSet::rowCount);
    }
}
