package club.panamia.social.inbox;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.remote.PerHost;
import club.panamia.social.remote.RemoteActors;
import club.panamia.social.remote.Sender;
import club.panamia.social.remote.Senders;
import club.panamia.social.rule.ServerRules;
import club.panamia.social.signature.Claim;
import club.panamia.social.signature.Claims;
import club.panamia.social.signature.HttpMessage;
import club.panamia.social.signature.SignatureProblem;
import club.panamia.social.wire.ForeignJson;
import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** Something is sent to us: it is believed, and kept if anything can come of it here. */
@Singleton
class TakeIn {

    /** Of one server, to each process. */
    private static final int MOST_A_MINUTE = 30_000;

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Senders senders;
    private final RemoteActors actors;
    private final Inbox inbox;
    private final InboxHandlers handlers;
    private final ServerRules rules;
    private final Clock clock;
    private final PerHost limit;

    TakeIn(Senders senders, RemoteActors actors, Inbox inbox, InboxHandlers handlers, ServerRules rules, Clock clock) {
        this.senders = senders;
        this.actors = actors;
        this.inbox = inbox;
        this.handlers = handlers;
        this.rules = rules;
        this.clock = clock;
        this.limit = new PerHost(MOST_A_MINUTE, clock);
    }

    Uni<Void> of(HttpMessage message) {
        var activity = ForeignJson.parse(message.body())
                .map(Activity::of)
                .orElseThrow(() -> CommonProblem.MALFORMED.because("The body is not one JSON object."));
        var claim = Claims.of(message, clock.instant());
        return rules.isClosed(Host.of(activity.actor()).orElseThrow())
                .chain(closed -> closed ? Uni.createFrom().voidItem() : open(activity, claim));
    }

    private Uni<Void> open(Activity activity, Claim claim) {
        return activity.isFarewell() ? ofFarewell(activity, claim) : signed(activity, claim);
    }

    /** Whoever is gone shows no key any more; of whom we never knew there is nothing to forget. */
    private Uni<Void> ofFarewell(Activity activity, Claim claim) {
        return senders.isKnown(claim.keyId())
                .chain(known ->
                        known ? farewell(activity, claim) : Uni.createFrom().voidItem());
    }

    /** The key that we know may have been another one in the end: then their server is asked. */
    private Uni<Void> farewell(Activity activity, Claim claim) {
        return signed(activity, claim).onFailure(TakeIn::isDoubted).recoverWithUni(doubt -> confirmed(activity, doubt));
    }

    private Uni<Void> confirmed(Activity activity, Throwable doubt) {
        return actors.areGone(activity.actor())
                .chain(gone -> gone ? inbox.accept(activity) : Uni.createFrom().failure(doubt));
    }

    private static boolean isDoubted(Throwable failure) {
        return failure instanceof Problem problem && problem.type() == SignatureProblem.WRONG_SIGNATURE;
    }

    private Uni<Void> signed(Activity activity, Claim claim) {
        return senders.of(claim)
                .invoke(sender -> requireOwn(activity, sender))
                .invoke(() -> requireRoom(Host.of(activity.actor()).orElseThrow()))
                .chain(() -> handlers.of(activity).isEmpty() ? Uni.createFrom().voidItem() : inbox.accept(activity));
    }

    private void requireRoom(String host) {
        if (!limit.take(host)) {
            throw CommonProblem.TOO_MANY
                    .because("So much is sent by this server.")
                    .retryAfter(A_MINUTE);
        }
    }

    private static void requireOwn(Activity activity, Sender sender) {
        if (!sender.actorUri().equals(activity.actor())) {
            throw CommonProblem.FORBIDDEN.because("It is signed by somebody else than its actor.");
        }
    }
}
