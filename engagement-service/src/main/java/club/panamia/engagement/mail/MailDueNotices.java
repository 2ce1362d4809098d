package club.panamia.engagement.mail;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Mails people what they have not read, person by person, until nothing is due. Any number of processes may do so at once. */
@ApplicationScoped
class MailDueNotices {

    private static final Logger LOG = Logger.getLogger(MailDueNotices.class);
    private static final Duration AFTER_A_FAILURE = Duration.ofMinutes(10);

    private final MailQueue queue;
    private final MailPost post;
    private final Clock clock;

    MailDueNotices(MailQueue queue, MailPost post, Clock clock) {
        this.queue = queue;
        this.post = post;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.engagement.mail-every}",
            delayed = "20s",
            identity = "mail-due-notices",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return run(clock.instant());
    }

    /** As if it were {@code now}. */
    Uni<Void> run(Instant now) {
        return Uni.createFrom()
                .deferred(() -> person(now))
                .repeat()
                .whilst(found -> found)
                .onItem()
                .ignoreAsUni();
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
