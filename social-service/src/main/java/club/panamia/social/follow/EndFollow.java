package club.panamia.social.follow;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Named;
import club.panamia.social.home.Home;
import club.panamia.social.outgoing.TellOfFollows;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** A follow ends, by whichever side; where there is none, nothing happens. */
@ApplicationScoped
public class EndFollow {

    /** Held, so that of two who end it one tells of it. */
    private static final String THERE = """
            SELECT f.id, CAST(f.status AS text), f.actor_id = me.id, theirs.user_id, them.fetched_at IS NOT NULL
              FROM social_actors me JOIN profiles mine ON mine.id = me.profile_id
              JOIN social_actors them LEFT JOIN profiles theirs ON theirs.id = them.profile_id ON them.id = %s
              JOIN social_follows f ON %s
             WHERE mine.user_id = :person
             ORDER BY f.id
               FOR UPDATE OF f
            """;

    private static final String MINE = there("f.actor_id = me.id AND f.target_actor_id = them.id");

    private static final String THEIRS =
            there("f.actor_id = them.id AND f.target_actor_id = me.id AND f.status = 'accepted'");

    private static final String BOTH = there("(f.actor_id, f.target_actor_id) IN ((me.id, them.id), (them.id, me.id))");

    private static final String END = "DELETE FROM social_follows WHERE id = :id";

    private final TellOfFollows tellOfFollows;
    private final EventLog events;
    private final Home home;

    EndFollow(TellOfFollows tellOfFollows, EventLog events, Home home) {
        this.tellOfFollows = tellOfFollows;
        this.events = events;
        this.home = home;
    }

    private static String there(String which) {
        return THERE.formatted(Named.id(":username"), which);
    }

    /** I follow them no longer, nor wish to. */
    @WithTransaction
    public Uni<Void> ofMine(Actor person, String username) {
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

    private Uni<Void> end(String which, Actor person, String username) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(which, Object[].class)
                        .setParameter("person", person.userId())
                        .setParameter("username", home.handle(username))
                        .getResultList())
                .onItem()
                .transformToMulti(rows -> Multi.createFrom().iterable(rows))
                .onItem()
                .transformToUniAndConcatenate(row -> end(person, row))
                .onItem()
                .ignoreAsUni();
    }

    /** Another server hears of it while it is still there. */
    private Uni<Void> end(Actor person, Object[] row) {
        return ((boolean) row[4] ? tellOther(row) : Uni.createFrom().voidItem())
                .chain(CallersTransaction::session)
                .chain(session -> session.createNativeQuery(END)
                        .setParameter("id", row[0])
                        .executeUpdate())
                .chain(() -> "accepted".equals(row[1])
                        ? events.record(person.userId(), undone(person, row))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> tellOther(Object[] row) {
        var id = (String) row[0];
        if ("rejected".equals(row[1])) {
            return Uni.createFrom().voidItem();
        }
        return (boolean) row[2] ? tellOfFollows.undone(id) : tellOfFollows.rejected(id);
    }

    private static FollowStep.Undone undone(Actor person, Object[] row) {
        var id = (String) row[0];
        @Nullable String other = (String) row[3];
        return (boolean) row[2]
                ? new FollowStep.Undone(id, person.userId(), other)
                : new FollowStep.Undone(id, other, person.userId());
    }
}
