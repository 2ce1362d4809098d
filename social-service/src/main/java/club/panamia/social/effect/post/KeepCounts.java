package club.panamia.social.effect.post;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Keeps what another server says of its poll that we have asked for. */
@ApplicationScoped
class KeepCounts {

    private final Clock clock;

    KeepCounts(Clock clock) {
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> of(Note note) {
        var asked = Asked.in(note.thing(), clock.instant());
        return asked == null ? Uni.createFrom().voidItem() : UpdateQuestion.count(note, asked);
    }
}
