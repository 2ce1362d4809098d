package club.panamia.social.draft;

import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.post.SayIt;
import club.panamia.social.post.WrittenView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** A draft becomes a post, once: it goes in the transaction that posts it, and stays where that is refused. */
@ApplicationScoped
class PublishDraft {

    private final Drafts drafts;
    private final SayIt sayIt;
    private final CurrentActor caller;

    PublishDraft(Drafts drafts, SayIt sayIt, CurrentActor caller) {
        this.drafts = drafts;
        this.sayIt = sayIt;
        this.caller = caller;
    }

    @WithTransaction
    @Idempotent
    Uni<RestResponse<WrittenView>> publish(String id) {
        var author = caller.actor();
        return drafts.of(author, id).chain(draft -> publish(author, draft)).map(WrittenView::created);
    }

    /** In the caller's transaction. */
    Uni<WrittenView> publish(Actor author, Draft draft) {
        var body = draft.body;
        return drafts.delete(draft).chain(drafts::flush).chain(() -> sayIt.say(author, body));
    }
}
