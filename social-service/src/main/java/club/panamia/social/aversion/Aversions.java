package club.panamia.social.aversion;

import static club.panamia.social.actor.SocialProblem.NO_SUCH_ACTOR;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Named;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.follow.EndFollow;
import club.panamia.social.home.Home;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.StreamSupport;

/** Whom a person blocks or mutes. Also of somebody who is hidden for the moment. */
@ApplicationScoped
public class Aversions {

    private static final String BEGIN = """
            WITH target AS (
              SELECT t.id, p.user_id FROM social_actors t LEFT JOIN profiles p ON p.id = t.profile_id
               WHERE t.id = %s AND (t.profile_id IS NOT NULL OR t.fetched_at IS NOT NULL)
            ), made AS (
              INSERT INTO %%s (actor_id, target_actor_id) SELECT CAST(:actor AS text), id FROM target
              ON CONFLICT (actor_id, target_actor_id) DO NOTHING
              RETURNING target_actor_id
            )
            SELECT id, user_id, EXISTS (SELECT FROM made) FROM target
            """.formatted(Named.id(":username"));

    private static final String END = """
            DELETE FROM %%s v USING social_actors me, profiles mine
             WHERE mine.user_id = $1 AND me.profile_id = mine.id AND v.actor_id = me.id AND v.target_actor_id = %s
            """.formatted(Named.id("$2"));

    private static final String PAGE = """
            SELECT v.id, v.created_at, a.id AS actor_id, a.username, a.domain, a.name, a.icon_url
              FROM %s v JOIN social_actors a ON a.id = v.target_actor_id
             WHERE v.actor_id = (SELECT mine.id FROM social_actors mine JOIN profiles owned ON owned.id = mine.profile_id
                                  WHERE owned.user_id = $1)
               AND (v.created_at, v.id) < ($2, $3)
             ORDER BY v.created_at DESC, v.id DESC
             LIMIT $4
            """;

    private final Participants participants;
    private final EndFollow endFollow;
    private final EventLog events;
    private final Pool pool;
    private final Home home;

    Aversions(Participants participants, EndFollow endFollow, EventLog events, Pool pool, Home home) {
        this.participants = participants;
        this.endFollow = endFollow;
        this.events = events;
        this.pool = pool;
        this.home = home;
    }

    /** Who is blocked neither follows any more nor is followed. */
    @WithTransaction
    public Uni<Void> begin(Aversion aversion, Actor person, String username) {
        return participants
                .of(person)
                .chain(me -> insert(aversion, me, username))
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_ACTOR.because("Nobody of this name takes part."))
                .chain(row -> aversion == Aversion.BLOCK
                        ? part(person, username, row)
                        : Uni.createFrom().voidItem());
    }

    /** The house hears of it once, where both are of it. */
    private Uni<Void> part(Actor person, String username, Object[] row) {
        var isNew = row[1] != null && (boolean) row[2];
        return endFollow
                .between(person, username)
                .chain(() -> isNew
                        ? events.record(person.userId(), new Blocked(person.userId(), (String) row[1]))
                        : Uni.createFrom().voidItem());
    }

    private Uni<Object[]> insert(Aversion aversion, Participant me, String username) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(BEGIN.formatted(aversion.table()), Object[].class)
                        .setParameter("username", home.handle(username))
                        .setParameter("actor", me.id())
                        .getSingleResultOrNull());
    }

    public Uni<Void> end(Aversion aversion, Actor person, String username) {
        return pool.preparedQuery(END.formatted(aversion.table()))
                .execute(Tuple.of(person.userId(), home.handle(username)))
                .replaceWithVoid();
    }

    Uni<Page<AversionView>> of(Aversion aversion, Actor person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(PAGE.formatted(aversion.table()))
                .execute(Tuple.of(person.userId(), after.time(0), after.text(1), query.rows()))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(AversionView::of)
                                .toList(),
                        query,
                        AversionView::position));
    }
}
