package club.panamia.auth.admin;

import static club.panamia.auth.audit.SecurityAction.ACCOUNT_LOCKED;
import static club.panamia.auth.audit.SecurityAction.ACCOUNT_UNLOCKED;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Locks somebody out, or lets them in again, in one transaction with the end of their sessions and the trail. */
@ApplicationScoped
class LockMember {

    private final Members members;
    private final OpenSessions sessions;
    private final Acts acts;
    private final Clock clock;

    LockMember(Members members, OpenSessions sessions, Acts acts, Clock clock) {
        this.members = members;
        this.sessions = sessions;
        this.acts = acts;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> lock(Actor admin, String memberId, String reason) {
        return members.treatedBy(admin, memberId)
                .call(treated -> acts.record(treated, ACCOUNT_LOCKED, reason, treated.lock(reason, clock.instant())))
                .chain(treated -> sessions.endAllOf(memberId));
    }

    @WithTransaction
    Uni<Void> unlock(Actor admin, String memberId) {
        return members.treatedBy(admin, memberId)
                .chain(treated -> acts.record(treated, ACCOUNT_UNLOCKED, null, treated.unlock()));
    }
}
