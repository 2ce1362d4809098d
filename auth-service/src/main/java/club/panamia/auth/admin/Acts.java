package club.panamia.auth.admin;

import club.panamia.auth.audit.SecurityAction;
import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.event.EventLog;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What administrators did: a line of the trail and an event for the others, with the act itself. */
@ApplicationScoped
class Acts {

    private final SecurityTrail trail;
    private final EventLog events;

    Acts(SecurityTrail trail, EventLog events) {
        this.trail = trail;
        this.events = events;
    }

    /** Nothing where nothing happened. */
    Uni<Void> record(
            Treatment treatment,
            SecurityAction action,
            @Nullable String reason,
            Optional<? extends DomainEvent> happened) {
        return happened.map(event -> record(treatment, action, reason, event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> record(Treatment treatment, SecurityAction action, @Nullable String reason, DomainEvent event) {
        var admin = treatment.admin().userId();
        return trail.record(new SecurityEvent(admin, treatment.member().id, action, reason))
                .chain(() -> events.record(admin, event));
    }
}
