package club.panamia.social.inbox;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Forgets what has had its effect, when nobody sends it again any more. */
@ApplicationScoped
class ForgetInbox {

    private static final int BATCH = 1000;

    private final NamedJobs jobs;
    private final Inbox inbox;

    ForgetInbox(NamedJobs jobs, Inbox inbox) {
        this.jobs = jobs;
        this.inbox = inbox;
    }

    @Scheduled(every = "10m", delayed = "9m", identity = "forget-inbox")
    Uni<Void> runWhenDue() {
        return jobs.run("forget-inbox", Duration.ofHours(1), () -> inbox.forget(BATCH));
    }
}
