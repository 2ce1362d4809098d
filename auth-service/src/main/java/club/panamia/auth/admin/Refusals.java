package club.panamia.auth.admin;

import static club.panamia.auth.audit.SecurityAction.ADMINISTRATION_REFUSED;

import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What administrators were refused is in the trail, too, although its transaction was rolled back. */
@ApplicationScoped
class Refusals {

    private final SecurityTrail trail;

    Refusals(SecurityTrail trail) {
        this.trail = trail;
    }

    Uni<Void> of(Actor admin, String memberId, Uni<Void> act) {
        return act.onFailure(Problem.class).call(refused -> note(admin, memberId, refused));
    }

    private Uni<Void> note(Actor admin, String memberId, Throwable refused) {
        var reason = refused instanceof Problem problem ? problem.type().slug() : null;
        return trail.recordAtOnce(new SecurityEvent(admin.userId(), memberId, ADMINISTRATION_REFUSED, reason));
    }
}
