package club.panamia.social.inbox;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.social.remote.Sender;
import club.panamia.social.remote.Senders;
import club.panamia.social.signature.Claim;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.HttpMessage;
import club.panamia.social.wire.ForeignJson;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Something is sent to us: it is believed, and kept if anything can come of it here. */
@Singleton
class TakeIn {

    private final Senders senders;
    private final Inbox inbox;
    private final InboxHandlers handlers;
    private final Clock clock;

    TakeIn(Senders senders, Inbox inbox, InboxHandlers handlers, Clock clock) {
        this.senders = senders;
        this.inbox = inbox;
        this.handlers = handlers;
        this.clock = clock;
    }

    Uni<Void> of(HttpMessage message) {
        var activity = ForeignJson.parse(message.body())
                .map(Activity::of)
                .orElseThrow(() -> CommonProblem.MALFORMED.because("The body is not one JSON object."));
        var claim = Claims.of(message, clock.instant());
        return activity.isFarewell() ? ofFarewell(activity, claim) : signed(activity, claim);
    }

    /** Whoever is gone shows no key any more; of whom we never knew there is nothing to forget. */
    private Uni<Void> ofFarewell(Activity activity, Claim claim) {
        return senders.isKnown(claim.keyId())
                .chain(known ->
                        known ? signed(activity, claim) : Uni.createFrom().voidItem());
    }

    private Uni<Void> signed(Activity activity, Claim claim) {
        return senders.of(claim)
                .invoke(sender -> requireOwn(activity, sender))
                .chain(() -> handlers.of(activity).isEmpty() ? Uni.createFrom().voidItem() : inbox.accept(activity));
    }

    private static void requireOwn(Activity activity, Sender sender) {
        if (!sender.actorUri().equals(activity.actor())) {
            throw CommonProblem.FORBIDDEN.because("It is signed by somebody else than its actor.");
        }
    }
}
