package club.panamia.social.draft;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Posts what is due, one draft per transaction; several processes may do so at once. */
@ApplicationScoped
class PublishDueDrafts {

    private static final Logger LOG = Logger.getLogger(PublishDueDrafts.class);

    private final DueDrafts due;
    private final MeetInDraft meetInDraft;
    private final PublishNextDue next;
    private final Clock clock;

    PublishDueDrafts(DueDrafts due, MeetInDraft meetInDraft, PublishNextDue next, Clock clock) {
        this.due = due;
        this.meetInDraft = meetInDraft;
        this.next = next;
        this.clock = clock;
    }

    /** Until nothing is due any more. */
    @Scheduled(every = "10s", identity = "publish-due-drafts", concurrentExecution = ConcurrentExecution.SKIP)
    Uni<Void> publish() {
        return Multi.createBy()
                .repeating()
                .uni(() -> publishOne(clock.instant()))
                .whilst(done -> done)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Boolean> publishOne(Instant now) {
        return due.next(now).chain(found -> publish(found, now));
    }

    private Uni<Boolean> publish(Optional<Due> found, Instant now) {
        return found.isEmpty()
                ? Uni.createFrom().item(false)
                : publish(found.get(), now).replaceWith(true);
    }

    private Uni<Void> publish(Due draft, Instant now) {
        return meetInDraft
                .of(draft.author(), draft.id())
                .chain(() -> next.publish(draft, now))
                .onFailure()
                .invoke(failure -> LOG.infof("A draft was not posted draft=%s: %s", draft.id(), failure.getMessage()))
                .onFailure()
                .recoverWithUni(failure -> next.fail(draft, failure, now));
    }
}
