package club.panamia.social.report;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** What a reported post said is kept for thirty days after a moderator has settled the report. */
@ApplicationScoped
class ForgetWordings {

    private static final String FORGET = """
            UPDATE internal.social_report SET wording = NULL
             WHERE id IN (SELECT id FROM internal.social_report
                           WHERE settled_at < now() - interval '30 days' AND wording IS NOT NULL
                           ORDER BY settled_at LIMIT 500 FOR UPDATE SKIP LOCKED)
            """;

    private final NamedJobs jobs;
    private final Pool pool;

    ForgetWordings(NamedJobs jobs, Pool pool) {
        this.jobs = jobs;
        this.pool = pool;
    }

    @Scheduled(every = "1h", delayed = "7m", identity = "forget-reported-wordings")
    Uni<Void> runWhenDue() {
        return jobs.run("forget-reported-wordings", Duration.ofDays(1), this::run);
    }

    Uni<Integer> run() {
        return pool.query(FORGET).execute().map(RowSet::rowCount);
    }
}
