package club.panamia.social.post;

import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.home.Home;
import club.panamia.social.text.PostText;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/** Somebody says something: all is decided before the first row is written, and all rows are written or none. */
@ApplicationScoped
public class SayIt {

    private final Participants participants;
    private final AnsweredPosts answered;
    private final Speak speak;
    private final CurrentActor caller;
    private final Home home;

    SayIt(Participants participants, AnsweredPosts answered, Speak speak, CurrentActor caller, Home home) {
        this.participants = participants;
        this.answered = answered;
        this.speak = speak;
        this.caller = caller;
        this.home = home;
    }

    @WithTransaction
    @Idempotent
    Uni<RestResponse<WrittenView>> post(PostDraft draft) {
        return say(caller.actor(), draft).map(WrittenView::created);
    }

    /** In the caller's transaction: whoever may not speak now, or not like this, is refused. */
    public Uni<WrittenView> say(Actor person, PostDraft draft) {
        return participants
                .of(person)
                .chain(speaker -> compose(person, speaker, draft))
                .chain(composition -> speak.say(person.userId(), composition, null))
                .map(WrittenView::of);
    }

    private Uni<Composition> compose(Actor person, Participant speaker, PostDraft draft) {
        return answered.of(person, draft.inReplyTo())
                .map(parent -> Composition.of(speaker, draft, PostText.of(draft.content(), home), parent));
    }
}
