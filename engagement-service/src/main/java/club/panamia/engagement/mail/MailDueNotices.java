package club.panamia.engagement.mail;

import club.panamia.kernel.job.NamedJobs;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Mails people what they have not read, person by person. One process does so at a time; two would not harm. */
@ApplicationScoped
class MailDueNotices {

    private static final Logger LOG = Logger.getLogger(MailDueNotices.class);
    private static final int PORTION = 100;
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    private final NamedJobs jobs;
    private final MailQueue queue;
    private final MailPost post;
    private final Clock clock;

    MailDueNotices(NamedJobs jobs, MailQueue queue, MailPost post, Clock clock) {
        this.jobs = jobs;
        this.queue = queue;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.engagement.mail-every}",
            delayed = "20s",
            identity = "mail-due-notices",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> runWhenDue() {
        return jobs.run("mail-due-notices", Duration.ZERO, () -> run(clock.instant()));
    }

    /** Serves some people, as if it were {@code now}; how many. */
    Uni<Integer> run(Instant now) {
        return Uni.createFrom()
                .deferred(() -> person(now))
                .repeat()
                .whilst(found -> found)
                .select()
                .where(found -> found)
                .select()
                .first(PORTION)
                .collect()
                .with(Collectors.summingInt(found -> 1));
    }

    private Uni<Boolean> person(Instant now) {
        return queue.take(now)
                .chain(found -> found.map(waiting -> serve(waiting.now(), now).replaceWith(true))
                        .orElseGet(() -> Uni.createFrom().item(false)));
    }

    /** What goes wrong with one person holds up nobody else. */
    private Uni<Void> serve(Waiting waiting, Instant now) {
        var earliest = waiting.earliest();
        if (earliest.isAfter(now)) {
            return queue.postpone(waiting.ids(), earliest);
        }
        return post.post(waiting, now).onFailure().recoverWithUni(failure -> {
            LOG.warnf("Notifications could not be mailed user=%s: %s", waiting.userId(), failure);
            return queue.postpone(waiting.ids(), now.plus(AFTER_A_FAILURE));
        });
    }
}
