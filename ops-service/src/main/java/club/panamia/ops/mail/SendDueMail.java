package club.panamia.ops.mail;

import club.panamia.kernel.secret.EncryptionKeys;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.ext.mail.MailClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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
    /** The client below Quarkus' mailer, which writes an empty Cc (RFC 5322, section 3.6.3, wants an address in it). */
    private final MailClient mailServer;

    private final AtomicBoolean waiting = new AtomicBoolean();

    SendDueMail(Outbox outbox, Letters letters, EncryptionKeys keys, MailClient mailServer) {
        this.outbox = outbox;
        this.letters = letters;
        this.keys = keys;
        this.mailServer = mailServer;
    }

    /** Until nothing is due. While the database is away, the mails wait, and the log says so once. */
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
                .ignoreAsUni()
                .invoke(() -> waiting.set(false))
                .onFailure()
                .invoke(this::tellOnce)
                .onFailure()
                .recoverWithNull();
    }

    private void tellOnce(Throwable failure) {
        if (!waiting.getAndSet(true)) {
            LOG.warnf("Mails wait: %s", failure);
        }
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
                .chain(letter ->
                        mailServer.sendMail(letter).ifNoItem().after(PATIENCE).fail())
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
