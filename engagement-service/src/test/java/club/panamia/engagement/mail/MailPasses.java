package club.panamia.engagement.mail;

import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Passes of the job that mails. */
@Singleton
public class MailPasses {

    private final MailDueNotices job;
    private final MailQueue queue;

    MailPasses(MailDueNotices job, MailQueue queue) {
        this.job = job;
        this.queue = queue;
    }

    /** One pass as if it were later. */
    void run(int minutesLater) {
        onItsOwn(() -> job.run(in(minutesLater)));
    }

    /** As a process does that dies before it mails what it took. */
    void take(int minutesLater) {
        onItsOwn(() -> queue.take(in(minutesLater)));
    }

    /** One pass as if it were {@code now}; whether it came to its end. */
    public boolean ended(Instant now) {
        try {
            onItsOwn(() -> job.run(now));
            return true;
        } catch (AssertionError killed) {
            return false;
        }
    }

    private static Instant in(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes));
    }

    /** As the scheduler runs it, on a context of its own. */
    private static <T> void onItsOwn(Supplier<Uni<T>> work) {
        try {
            VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }
}
