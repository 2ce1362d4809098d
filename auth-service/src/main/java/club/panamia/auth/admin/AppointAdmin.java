package club.panamia.auth.admin;

import static club.panamia.auth.audit.SecurityAction.ADMIN_GRANTED;
import static club.panamia.auth.audit.SecurityAction.ADMIN_REVOKED;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.settings.Settings;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Makes somebody an administrator, or takes that back, in one transaction with the trail. */
@ApplicationScoped
class AppointAdmin {

    private final Members members;
    private final OpenSessions sessions;
    private final Acts acts;
    private final List<String> adminEmails;

    AppointAdmin(Members members, OpenSessions sessions, Acts acts, Settings settings) {
        this.members = members;
        this.sessions = sessions;
        this.acts = acts;
        this.adminEmails = settings.adminEmails().orElse(List.of());
    }

    @WithTransaction
    Uni<Void> appoint(Actor admin, String memberId) {
        return members.treatedBy(admin, memberId)
                .chain(treated -> acts.record(treated, ADMIN_GRANTED, null, treated.appoint()));
    }

    /** Their sessions end, so that a token that still says administrator is refused wherever the session is looked up. */
    @WithTransaction
    Uni<Void> dismiss(Actor admin, String memberId) {
        return members.treatedBy(admin, memberId)
                .call(treated -> acts.record(treated, ADMIN_REVOKED, null, treated.dismiss(adminEmails)))
                .chain(treated -> sessions.endAllOf(memberId));
    }
}
