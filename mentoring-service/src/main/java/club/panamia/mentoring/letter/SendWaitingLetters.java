package club.panamia.mentoring.letter;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Looks again and again whether somebody's quiet hours are over. Any number of processes may do so at once. */
@ApplicationScoped
class SendWaitingLetters {

    private final SessionLetters letters;
    private final Clock clock;

    SendWaitingLetters(SessionLetters letters, Clock clock) {
        this.letters = letters;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.mentoring.jobs-every}",
            identity = "send-waiting-letters",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return Uni.createFrom()
                .deferred(() -> letters.writeWhatWaited(clock.instant()))
                .repeat()
                .whilst(written -> written > 0)
                .onItem()
                .ignoreAsUni();
    }
}
