package club.panamia.social.filter;

import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.social.actor.Participants;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jboss.resteasy.reactive.RestResponse;

/** Somebody says what they do not want to read. */
@ApplicationScoped
class KeepFilter {

    private final Participants participants;
    private final Filters filters;
    private final CurrentActor caller;
    private final Clock clock;

    KeepFilter(Participants participants, Filters filters, CurrentActor caller, Clock clock) {
        this.participants = participants;
        this.filters = filters;
        this.caller = caller;
        this.clock = clock;
    }

    @WithTransaction
    @Idempotent
    Uni<RestResponse<FilterView>> add(FilterDraft filter) {
        filter.requireTime(clock.instant());
        return participants
                .of(caller.actor())
                .chain(me -> filters.add(me, filter))
                .map(id -> FilterView.created(id, filter));
    }

    Uni<FilterView> change(String id, FilterDraft filter) {
        filter.requireTime(clock.instant());
        return filters.change(caller.actor(), id, filter);
    }
}
