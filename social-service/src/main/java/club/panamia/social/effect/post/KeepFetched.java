package club.panamia.social.effect.post;

import club.panamia.kernel.id.Ids;
import club.panamia.social.effect.Statement;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** Keeps a post that we have asked for, unless it is here already or was deleted; nobody is told of it. */
@ApplicationScoped
class KeepFetched {

    private final Clock clock;

    KeepFetched(Clock clock) {
        this.clock = clock;
    }

    @WithTransaction
    Uni<Void> keep(Note note, int depth) {
        return Statement.first(CreateNote.FOLLOWERS, Map.of("actor", note.actor()))
                .chain(author -> author.isEmpty()
                        ? Uni.createFrom().item(Optional.<Object[]>empty())
                        : keep(note, (String) author.get()[0], depth))
                .replaceWithVoid();
    }

    private Uni<Optional<Object[]>> keep(Note note, String followers, int depth) {
        var kept = note.kept(Ids.next(), followers, clock.instant())
                .put("wanted", true)
                .put("depth", depth);
        return Statement.first(CreateNote.KEEP, Map.of("note", kept.encode()));
    }
}
