package club.panamia.social.pin;

import static club.panamia.social.pin.PinProblem.NOT_FOR_EVERYBODY;
import static club.panamia.social.pin.PinProblem.TOO_MANY_PINS;
import static club.panamia.social.status.StatusProblem.NO_SUCH_STATUS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import club.panamia.social.actor.Participants;
import club.panamia.social.audience.Audience;
import club.panamia.social.filter.FilterContext;
import club.panamia.social.filter.Filtering;
import club.panamia.social.media.MediaLinks;
import club.panamia.social.status.StatusView;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Which posts an actor shows first: five of their own that everybody may read, at most. */
@ApplicationScoped
class Pins {

    /** Of two windows the second waits, and sees which places are left. */
    private static final String LOCK = "SELECT a.id FROM social_actors a WHERE a.id = :actor FOR NO KEY UPDATE";

    private static final String PIN = """
            WITH mine AS (
              SELECT s.id, s.actor_id, s.visibility IN ('public', 'quiet') AS open FROM social_statuses s
               WHERE s.id = :status AND s.actor_id = :actor AND NOT s.is_draft
            ), pinned AS (
              INSERT INTO internal.pinned_status (actor_id, status_id, place)
              SELECT mine.actor_id, mine.id, free.place FROM mine, generate_series(1, 5) AS free (place)
               WHERE mine.open AND NOT EXISTS (SELECT FROM internal.pinned_status k
                                                WHERE k.actor_id = mine.actor_id AND (k.place = free.place OR k.status_id = mine.id))
               ORDER BY free.place LIMIT 1
              RETURNING status_id
            )
            SELECT mine.open,
                   EXISTS (SELECT FROM pinned) OR EXISTS (SELECT FROM internal.pinned_status k WHERE k.status_id = mine.id)
              FROM mine
            """;

    private static final String UNPIN = """
            DELETE FROM internal.pinned_status k USING social_actors me, profiles mine
             WHERE mine.user_id = $1 AND me.profile_id = mine.id AND k.actor_id = me.id AND k.status_id = $2
            """;

    static final String SHOWN = Audience.viewer("$1")
            + Filtering.FILTERS
            + """
            SELECT %s, %s
              FROM internal.pinned_status k JOIN (%s) ON s.id = k.status_id
             WHERE k.actor_id = (SELECT named.id FROM social_actors named
                                  WHERE lower(named.username) = lower($2) AND named.profile_id IS NOT NULL)
               AND %s AND %s
             ORDER BY k.created_at DESC, k.id DESC
            """.formatted(
                            StatusView.COLUMNS,
                            Filtering.filtered(FilterContext.PROFILE),
                            Audience.FROM,
                            Audience.MAY_SEE,
                            Filtering.wanted(FilterContext.PROFILE));

    private final Participants participants;
    private final Pool pool;
    private final MediaLinks links;

    Pins(Participants participants, Pool pool, MediaLinks links) {
        this.participants = participants;
        this.pool = pool;
        this.links = links;
    }

    @WithTransaction
    Uni<Void> pin(Actor person, String statusId) {
        return participants
                .of(person)
                .call(Pins::lock)
                .chain(me -> insert(me, statusId))
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_STATUS.because("You have said no such thing."))
                .invoke(Pins::requirePinned)
                .replaceWithVoid();
    }

    Uni<Void> unpin(Actor person, String statusId) {
        return pool.preparedQuery(UNPIN)
                .execute(Tuple.of(person.userId(), statusId))
                .replaceWithVoid();
    }

    /** The one that was chosen last first. */
    Uni<List<StatusView>> of(String username, @Nullable Actor viewer) {
        return pool.preparedQuery(SHOWN)
                .execute(Tuple.of(viewer == null ? null : viewer.userId(), username))
                .map(this::shown);
    }

    private List<StatusView> shown(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> StatusView.of(row, links))
                .toList();
    }

    private static Uni<String> lock(Participant me) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(LOCK, String.class)
                        .setParameter("actor", me.id())
                        .getSingleResult());
    }

    private static Uni<Object[]> insert(Participant me, String statusId) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(PIN, Object[].class)
                        .setParameter("actor", me.id())
                        .setParameter("status", statusId)
                        .getSingleResultOrNull());
    }

    private static void requirePinned(Object[] row) {
        if (!(boolean) row[0]) {
            throw NOT_FOR_EVERYBODY.because("Show first what is public or quiet.");
        }
        if (!(boolean) row[1]) {
            throw TOO_MANY_PINS.because("There can be five; take one away first.");
        }
    }
}
