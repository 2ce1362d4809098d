package club.panamia.ops.mail;

import club.panamia.kernel.secret.EncryptionKeys;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Sends what waits in the outbox. Any number of processes may do so at once. A mail is sent once, unless a process dies between
 * sending it and noting so: then it comes again after the loan, with the same Message-ID.
 */
@ApplicationScoped
class SendDueMail {

    private static final Logger LOG = Logger.getLogger(SendDueMail.class);
    private static final int BATCH = 20;
    private static final int AT_ONCE = 4;

    /** So a batch of twenty is over in less than two minutes, well within its loan. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Outbox outbox;
    private final Letters letters;
    private final EncryptionKeys keys;
    private final ReactiveMailer mailer;

    SendDueMail(Outbox outbox, Letters letters, EncryptionKeys keys, ReactiveMailer mailer) {
        this.outbox = outbox;
        this.letters = letters;
        this.keys = keys;
        this.mailer = mailer;
    }

    /** Until nothing is due. */
    @Scheduled(
            every = "{pana.ops.mail-every}",
            identity = "send-due-mail",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(this::batch)
                .repeat()
                .whilst(taken -> taken == BATCH)
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Long> batch() {
        return outbox.take(BATCH)
                .onItem()
                .transformToUni(mail -> attempt(mail).replaceWith(mail))
                .merge(AT_ONCE)
                .collect()
                .with(Collectors.counting());
    }

    private Uni<Void> attempt(DueMail mail) {
        return Uni.createFrom()
                .item(() -> letters.write(mail.open(keys)))
                .chain(letter -> mailer.send(letter).ifNoItem().after(PATIENCE).fail())
                .chain(() -> outbox.sent(mail))
                .onFailure(Letters.Unsendable.class)
                .recoverWithUni(failure -> unsendable(mail, failure))
                .onFailure()
                .recoverWithUni(failure -> failed(mail, failure));
    }

    private Uni<Void> unsendable(DueMail mail, Throwable failure) {
        LOG.errorf("Mail %s is parked: %s", mail.id(), failure.getMessage());
        return outbox.park(mail, failure);
    }

    /** What the mail server said may hold the address, so it stays in the row. */
    private Uni<Void> failed(DueMail mail, Throwable failure) {
        LOG.warnf(
                "Mail %s (%s) was not sent at attempt %d of %d",
                mail.id(), mail.template(), mail.attempt(), Outbox.ATTEMPTS);
        return outbox.failed(mail, failure);
    }
}
