package club.panamia.social.draft;

import static club.panamia.social.actor.SocialProblem.MAY_NOT_TAKE_PART;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;

/** What is due is posted, exactly once: whoever comes second to its locked row finds that it is gone, or not due any more. */
@ApplicationScoped
class PublishNextDue {

    private final Drafts drafts;
    private final PublishDraft publishDraft;

    PublishNextDue(Drafts drafts, PublishDraft publishDraft) {
        this.drafts = drafts;
        this.publishDraft = publishDraft;
    }

    @WithTransaction
    Uni<Void> publish(Due due, Instant now) {
        return drafts.findById(due.id(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .call(draft ->
                        draft.isDue(now) ? say(due, draft) : Uni.createFrom().voidItem())
                .replaceWithVoid();
    }

    /** It waits for its author, who is told why; what is no refusal is tried again. */
    @WithTransaction
    Uni<Void> fail(Due due, Throwable failure, Instant now) {
        return drafts.findById(due.id(), LockModeType.PESSIMISTIC_WRITE)
                .onItem()
                .ifNotNull()
                .invoke(draft -> draft.fail(failure, now))
                .replaceWithVoid();
    }

    private Uni<Void> say(Due due, Draft draft) {
        if (due.locked()) {
            throw MAY_NOT_TAKE_PART.because("Its author is locked.");
        }
        return publishDraft.publish(due.author(), draft).replaceWithVoid();
    }
}
