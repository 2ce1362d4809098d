package club.panamia.social.follow;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A follow ends, by whichever side; where there is none, nothing happens. */
@ApplicationScoped
public class EndFollow {

    private static final String END = """
            DELETE FROM social_follows f
             USING social_actors me JOIN profiles mine ON mine.id = me.profile_id,
                   social_actors them LEFT JOIN profiles theirs ON theirs.id = them.profile_id
             WHERE mine.user_id = :person AND lower(them.username) = lower(:username) AND them.profile_id IS NOT NULL AND %s
            RETURNING f.id, CAST(f.status AS text), f.actor_id = me.id, theirs.user_id
            """;

    private static final String MINE = END.formatted("f.actor_id = me.id AND f.target_actor_id = them.id");

    private static final String THEIRS =
            END.formatted("f.actor_id = them.id AND f.target_actor_id = me.id AND f.status = 'accepted'");

    private static final String BOTH = END.formatted(
            "((f.actor_id = me.id AND f.target_actor_id = them.id) OR (f.actor_id = them.id AND f.target_actor_id ="
                    + " me.id))");

    private final EventLog events;

    EndFollow(EventLog events) {
        this.events = events;
    }

    /** I follow them no longer, nor wish to. */
    @WithTransaction
    Uni<Void> ofMine(Actor person, String username) {
        return end(MINE, person, username);
    }

    /** They follow me no longer; they may wish to again. */
    @WithTransaction
    Uni<Void> ofTheirs(Actor person, String username) {
        return end(THEIRS, person, username);
    }

    /** In the caller's transaction, both ways. */
    public Uni<Void> between(Actor person, String username) {
        return end(BOTH, person, username);
    }

    private Uni<Void> end(String statement, Actor person, String username) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(statement, Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("username", username)
                        .getResultList())
                .chain(ended -> tell(person, ended));
    }

    private Uni<Void> tell(Actor person, List<Object[]> ended) {
        return Multi.createFrom()
                .iterable(ended)
                .filter(row -> "accepted".equals(row[1]))
                .onItem()
                .transformToUniAndConcatenate(row -> events.record(person.userId(), undone(person, row)))
                .onItem()
                .ignoreAsUni();
    }

    private static FollowStep.Undone undone(Actor person, Object[] row) {
        var id = (String) row[0];
        @Nullable String other = (String) row[3];
        return (boolean) row[2]
                ? new FollowStep.Undone(id, person.userId(), other)
                : new FollowStep.Undone(id, other, person.userId());
    }
}
