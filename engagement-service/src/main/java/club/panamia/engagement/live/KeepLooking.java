package club.panamia.engagement.live;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Looks four times a second what listeners are to be told. The scheduler's clock ticks once a second; the rest is done here. */
@Singleton
class KeepLooking {

    private static final Logger LOG = Logger.getLogger(KeepLooking.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int LOOKS_A_SECOND = 4;

    private final TellListeners tellListeners;

    KeepLooking(TellListeners tellListeners) {
        this.tellListeners = tellListeners;
    }

    @Scheduled(every = "1s", identity = "tell-listeners", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> forASecond() {
        return Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .select()
                .first(LOOKS_A_SECOND)
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .onItem()
                .ignoreAsUni();
    }

    /** What could not be told now is told by the next look. */
    private Uni<Void> look() {
        return tellListeners
                .look()
                .onFailure()
                .invoke(failure -> LOG.warnf("Streams wait: %s", failure))
                .onFailure()
                .recoverWithNull();
    }
}
