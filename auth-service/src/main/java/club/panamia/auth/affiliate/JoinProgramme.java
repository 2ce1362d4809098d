package club.panamia.auth.affiliate;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Accepts the terms of the affiliate programme: once, however often it is asked for. */
@ApplicationScoped
class JoinProgramme {

    private final Affiliates affiliates;
    private final StaffMail staffMail;
    private final SecurityTrail trail;
    private final EventLog events;
    private final Clock clock;

    JoinProgramme(Affiliates affiliates, StaffMail staffMail, SecurityTrail trail, EventLog events, Clock clock) {
        this.affiliates = affiliates;
        this.staffMail = staffMail;
        this.trail = trail;
        this.events = events;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> by(Actor actor) {
        return affiliates
                .accept(actor, clock.instant())
                .onItem()
                .ifNotNull()
                .transformToUni(joined -> tell(actor, joined));
    }

    private Uni<Void> tell(Actor actor, NewAffiliate joined) {
        return events.record(actor.userId(), new Affiliates.TermsAccepted(actor.userId(), joined.code()))
                .chain(() -> trail.record(SecurityEvent.own(actor.userId(), SecurityAction.AFFILIATE_TERMS_ACCEPTED)))
                .chain(() -> staffMail.joined(actor, joined));
    }
}
