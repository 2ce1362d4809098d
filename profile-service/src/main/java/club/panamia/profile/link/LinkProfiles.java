package club.panamia.profile.link;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Asking, agreeing and ending change two profiles at once. A use-case of its own because asking is counted before it begins. */
@ApplicationScoped
class LinkProfiles {

    private final LinkedProfiles profiles;
    private final EventLog events;
    private final Clock clock;

    LinkProfiles(LinkedProfiles profiles, EventLog events, Clock clock) {
        this.profiles = profiles;
        this.events = events;
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> ask(Actor actor, String otherId) {
        return profiles.ofForChange(actor, otherId)
                .map(ends -> ends.mine().ask(ends.other(), clock.instant()))
                .chain(asked -> record(actor, asked));
    }

    @WithTransaction
    Uni<Void> accept(Actor actor, String otherId) {
        return profiles.ofForChange(actor, otherId)
                .map(ends -> ends.mine().accept(ends.other(), clock.instant()))
                .chain(accepted -> record(actor, accepted));
    }

    @WithTransaction
    Uni<Void> end(Actor actor, String otherId) {
        return profiles.ofForChange(actor, otherId)
                .map(ends -> ends.mine().end(ends.other()))
                .chain(ended -> record(actor, ended));
    }

    private Uni<Void> record(Actor actor, DomainEvent event) {
        return events.record(actor.userId(), event);
    }
}
