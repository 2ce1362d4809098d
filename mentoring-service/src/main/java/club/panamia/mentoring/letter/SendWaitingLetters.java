package club.panamia.mentoring.letter;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Looks again and again whether somebody's quiet hours are over. */
@ApplicationScoped
class SendWaitingLetters {

    private final NamedJobs jobs;
    private final SessionLetters letters;
    private final Clock clock;

    SendWaitingLetters(NamedJobs jobs, SessionLetters letters, Clock clock) {
        this.jobs = jobs;
        this.letters = letters;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "send-waiting-letters",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> runWhenDue() {
        return jobs.run("send-waiting-letters", Duration.ZERO, () -> letters.writeWhatWaited(clock.instant()));
    }
}
