package club.panamia.content.schedule;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Lets go out what is due, one article per transaction; several processes share the work. */
@ApplicationScoped
class PublishDueArticles {

    private final PublishNextDue next;
    private final Clock clock;

    PublishDueArticles(PublishNextDue next, Clock clock) {
        this.next = next;
        this.clock = clock;
    }

    /** Until nothing is due that nobody else is at. */
    @Scheduled(every = "10s", identity = "publish-due-articles", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return Multi.createBy()
                .repeating()
                .uni(() -> next.publish(clock.instant()))
                .whilst(done -> done)
                .collect()
                .last()
                .replaceWithVoid();
    }
}
