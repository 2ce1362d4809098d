package club.panamia.social.draft;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.post.PostDraft;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** Somebody writes something down that they do not say yet. It need not be complete. */
@ApplicationScoped
class KeepDraft {

    private final Participants participants;
    private final Drafts drafts;
    private final HeldUploads uploads;
    private final CurrentActor caller;

    KeepDraft(Participants participants, Drafts drafts, HeldUploads uploads, CurrentActor caller) {
        this.participants = participants;
        this.drafts = drafts;
        this.uploads = uploads;
        this.caller = caller;
    }

    @WithTransaction
    @Idempotent
    Uni<RestResponse<DraftView>> begin(PostDraft body) {
        return participants
                .of(caller.actor())
                .call(author -> drafts.requireRoom(author.id()))
                .chain(author -> persist(author, body))
                .call(uploads::hold)
                .map(DraftView::created);
    }

    @WithTransaction
    Uni<DraftView> change(Actor person, String id, PostDraft body) {
        return drafts.of(person, id)
                .invoke(draft -> draft.say(body))
                .call(drafts::flush)
                .call(uploads::hold)
                .map(DraftView::of);
    }

    private Uni<Draft> persist(Participant author, PostDraft body) {
        return drafts.persistAndFlush(new Draft(Ids.next(), author.id(), body));
    }
}
