package club.panamia.social.post;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.audience.Visibility;
import club.panamia.social.home.Home;
import club.panamia.social.outgoing.TellOfPosts;
import club.panamia.social.poll.Polls;
import club.panamia.social.text.PostText;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Somebody changes what they said; what it was before is kept and shown. */
@ApplicationScoped
class SayItOtherwise {

    private static final String KEEP = """
            INSERT INTO internal.status_revision (status_id, content, content_warning, said_at)
            SELECT id, coalesce(content, ''), content_warning, coalesce(edited_at, published) FROM social_statuses WHERE id = :id
            """;

    private final Participants participants;
    private final Statuses statuses;
    private final Addressees addressees;
    private final Polls polls;
    private final ShowOtherwise showOtherwise;
    private final TellOfPosts tellOfPosts;
    private final EventLog events;
    private final Home home;
    private final Clock clock;

    SayItOtherwise(
            Participants participants,
            Statuses statuses,
            Addressees addressees,
            Polls polls,
            ShowOtherwise showOtherwise,
            TellOfPosts tellOfPosts,
            EventLog events,
            Home home,
            Clock clock) {
        this.participants = participants;
        this.statuses = statuses;
        this.addressees = addressees;
        this.polls = polls;
        this.showOtherwise = showOtherwise;
        this.tellOfPosts = tellOfPosts;
        this.events = events;
        this.home = home;
        this.clock = clock;
    }

    /** To say what it says already changes nothing. */
    @WithTransaction
    Uni<WrittenView> change(Actor person, String id, PostChange change) {
        return participants
                .of(person)
                .chain(speaker -> rewritten(person, speaker, id, change))
                .map(WrittenView::of);
    }

    @WithTransaction
    Uni<WrittenView> read(Actor person, String id) {
        return statuses.writtenBy(person, id).map(WrittenView::of);
    }

    private Uni<Status> rewritten(Actor person, Participant speaker, String id, PostChange change) {
        return statuses.writtenBy(person, id).chain(status -> rewritten(person, speaker, status, change));
    }

    private Uni<Status> rewritten(Actor person, Participant speaker, Status status, PostChange change) {
        return asksOrShowsOtherwise(status, change)
                .chain(other -> !other && status.saysAlready(change)
                        ? Uni.createFrom().item(status)
                        : rewrite(person, speaker, status, change));
    }

    /** One after the other: a session answers one question at a time. */
    private Uni<Boolean> asksOrShowsOtherwise(Status status, PostChange change) {
        return Uni.combine()
                .all()
                .unis(polls.askOtherwise(status.id, change.poll()), showOtherwise.in(status, change))
                .usingConcurrencyOf(1)
                .with((asks, shows) -> asks || shows);
    }

    private Uni<Status> rewrite(Actor person, Participant speaker, Status status, PostChange change) {
        return keepRevision(status.id)
                .chain(() -> statuses.addressees(status.id))
                .chain(former -> rewrite(speaker, status, change, former))
                .call(() -> events.record(person.userId(), status.edited(person)));
    }

    private Uni<Status> rewrite(Participant speaker, Status status, PostChange change, List<Addressee> former) {
        var text = PostText.of(change.content(), home);
        return people(speaker, status, text)
                .chain(people -> say(speaker, status, change, text, people))
                .call(() -> tellOfPosts.edited(
                        status.id, former.stream().map(Addressee::actorId).toList()));
    }

    /** A direct post goes to whom it went; others to whom they name now. */
    private Uni<List<Addressee>> people(Participant speaker, Status status, PostText text) {
        return status.visibility == Visibility.DIRECT
                ? statuses.addressees(status.id)
                : addressees.named(speaker.id(), text.handles(), status.inReplyToId);
    }

    private Uni<Status> say(
            Participant speaker, Status status, PostChange change, PostText text, List<Addressee> people) {
        var envelope = Envelope.of(status.visibility, speaker, people);
        status.say(change, envelope, text.html(Status.known(people)), clock.instant());
        return statuses.flush()
                .chain(() -> statuses.unaddress(status.id))
                .chain(() -> statuses.address(status, envelope, text))
                .replaceWith(status);
    }

    private static Uni<Void> keepRevision(String id) {
        return CallersTransaction.session()
                .chain(session ->
                        session.createNativeQuery(KEEP).setParameter("id", id).executeUpdate())
                .replaceWithVoid();
    }
}
