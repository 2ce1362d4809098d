package club.panamia.auth.export;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Asks all services for what they hold on a person. */
@ApplicationScoped
class RequestExport {

    private final Exports exports;
    private final EventLog events;
    private final SecurityTrail trail;

    RequestExport(Exports exports, EventLog events, SecurityTrail trail) {
        this.exports = exports;
        this.events = events;
        this.trail = trail;
    }

    @WithTransaction
    Uni<Void> by(Actor actor) {
        return exports.request(actor, Ids.next())
                .chain(requested -> events.record(actor.userId(), requested))
                .chain(() -> trail.record(SecurityEvent.own(actor.userId(), SecurityAction.EXPORT_REQUESTED)));
    }
}
