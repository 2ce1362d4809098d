package club.panamia.engagement.announcement;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;

/** Tells what is due, portion by portion, until nothing is. Any number of processes may do so at once. */
@ApplicationScoped
class TellAnnouncements {

    private final TellPortion portion;
    private final Clock clock;

    TellAnnouncements(TellPortion portion, Clock clock) {
        this.portion = portion;
        this.clock = clock;
    }

    @Scheduled(
            every = "{pana.engagement.announce-every}",
            delayed = "20s",
            identity = "tell-announcements",
            concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> run() {
        return run(clock.instant());
    }

    /** As if it were {@code now}. */
    Uni<Void> run(Instant now) {
        return Uni.createFrom()
                .deferred(() -> portion.next(now))
                .repeat()
                .whilst(found -> found)
                .onItem()
                .ignoreAsUni();
    }
}
