package club.panamia.auth.leaving;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.personal.Farewell;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Deletes an account: everything that auth-service holds goes in one transaction, and an empty row stays. The other services
 * hear of it and do their part; then a job deletes the row.
 */
@ApplicationScoped
class CloseAccount {

    private static final String REQUEST = """
            INSERT INTO internal.subject_request (id, user_id, kind, authorship, addresses, credit)
            VALUES (:id, :user, 'erasure', :authorship, :addresses, :credit)
            """;

    private final Leavers leavers;
    private final Farewell farewell;
    private final SecurityTrail trail;
    private final EventLog events;
    private final EncryptionKeys keys;

    CloseAccount(Leavers leavers, Farewell farewell, SecurityTrail trail, EventLog events, EncryptionKeys keys) {
        this.leavers = leavers;
        this.farewell = farewell;
        this.trail = trail;
        this.events = events;
        this.keys = keys;
    }

    /** What the database refuses for a reason of its own, such as a key that somebody hung on our tables, is a refusal, too. */
    Uni<Void> of(Actor actor, Authorship authorship) {
        return inOneTransaction(actor, authorship)
                .onFailure(DatabaseRefusal::is)
                .transform(DatabaseRefusal::asProblem);
    }

    @WithTransaction
    Uni<Void> inOneTransaction(Actor actor, Authorship authorship) {
        var requestId = Ids.next();
        return leavers.held(actor)
                .call(leaver -> request(requestId, leaver, authorship))
                .call(leaver -> events.record(leaver.id(), leaver.leave(requestId)))
                .call(() -> farewell.to(requestId))
                .chain(leaver -> trail.record(SecurityEvent.own(leaver.id(), SecurityAction.ACCOUNT_DELETED)));
    }

    private Uni<Void> request(String requestId, Leaver leaver, Authorship authorship) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(REQUEST)
                        .setParameter("id", requestId)
                        .setParameter("user", leaver.id())
                        .setParameter("authorship", authorship.wire())
                        .setParameter("addresses", SealedAddresses.seal(leaver.addresses(), leaver.id(), keys))
                        .setParameter("credit", leaver.credit(authorship))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
