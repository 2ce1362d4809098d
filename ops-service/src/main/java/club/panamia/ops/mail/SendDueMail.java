package club.panamia.ops.mail;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.ops.provider.Delivery;
import club.panamia.ops.provider.Letter;
import club.panamia.ops.provider.Undeliverable;
import club.panamia.ops.suppression.Suppressions;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
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

    /** With twenty seconds of patience for each of two providers, a batch is over well within its loan. */
    private static final int BATCH = 20;

    private static final int AT_ONCE = 4;
    private static final Duration A_WHILE = Duration.ofSeconds(5);

    private final Outbox outbox;
    private final Letters letters;
    private final EncryptionKeys keys;
    private final Pace pace;
    private final Delivery delivery;
    private final Suppressions suppressions;

    private final AtomicBoolean waiting = new AtomicBoolean();

    SendDueMail(
            Outbox outbox,
            Letters letters,
            EncryptionKeys keys,
            Pace pace,
            Delivery delivery,
            Suppressions suppressions) {
        this.outbox = outbox;
        this.letters = letters;
        this.keys = keys;
        this.pace = pace;
        this.delivery = delivery;
        this.suppressions = suppressions;
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
                .chain(letter -> mail.isUnwanted(letter) ? outbox.suppress(mail) : send(mail, letter))
                .onFailure(Letters.Unsendable.class)
                .recoverWithUni(failure -> unsendable(mail, failure))
                .onFailure()
                .recoverWithUni(failure -> failed(mail, failure));
    }

    private Uni<Void> send(DueMail mail, Letter letter) {
        return pace.keep(letter)
                .chain(() -> delivery.send(letter))
                .chain(provider -> outbox.sent(mail, provider))
                .onFailure(Problem.class)
                .recoverWithUni(full -> outbox.postpone(mail, waitOf(full)))
                .onFailure(Undeliverable.class)
                .recoverWithUni(failure -> undeliverable(mail, letter, failure));
    }

    private static Duration waitOf(Problem full) {
        return Objects.requireNonNullElse(full.retryAfter(), A_WHILE);
    }

    private Uni<Void> undeliverable(DueMail mail, Letter letter, Undeliverable failure) {
        LOG.warnf("Mail %s (%s) is parked: it was refused for good", mail.id(), mail.template());
        return failure.isAddressGone()
                ? suppressions.bounced(letter.to()).chain(() -> outbox.park(mail, failure))
                : outbox.park(mail, failure);
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
