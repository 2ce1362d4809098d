package club.panamia.auth.oauth;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Codes and revocations leave the database once nothing can come of them. */
@ApplicationScoped
class ForgetWhatIsOver {

    /** Used codes stay as long as the tokens that they brought, to notice a second use. */
    private static final String CODES =
            "DELETE FROM internal.oauth_code WHERE expires_at < now() - interval '10 minutes'";

    private static final String REVOCATIONS = "DELETE FROM internal.oauth_revocation WHERE expires_at < now()";

    private final NamedJobs jobs;
    private final Pool pool;

    ForgetWhatIsOver(NamedJobs jobs, Pool pool) {
        this.jobs = jobs;
        this.pool = pool;
    }

    @Scheduled(every = "1m", delayed = "1m", identity = "forget-oauth")
    Uni<Void> forgetWhenDue() {
        return jobs.run("forget-oauth", Duration.ofMinutes(10), this::forget);
    }

    Uni<Integer> forget() {
        return Uni.combine()
                .all()
                .unis(gone(CODES), gone(REVOCATIONS))
                .usingConcurrencyOf(1)
                .with((codes, revocations) -> codes + revocations);
    }

    private Uni<Integer> gone(String statement) {
        return pool.query(statement).execute().map(RowSet::rowCount);
    }
}
