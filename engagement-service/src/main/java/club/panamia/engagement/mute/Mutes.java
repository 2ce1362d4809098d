package club.panamia.engagement.mute;

import static club.panamia.engagement.mute.MuteProblem.NOBODY_TO_MUTE;
import static club.panamia.engagement.mute.MuteProblem.TOO_MANY_MUTES;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Who wants to hear nothing of whom or what; each change is one statement that says the same however often it is said. */
@Singleton
class Mutes {

    private static final int MOST = 1000;

    private static final String PERSON = """
            WITH person AS (
              SELECT id FROM users WHERE lower(screenname) = lower($2) AND scrubbed_at IS NULL
            ), room AS (
              SELECT count(*) < $3 AS left_over FROM internal.notification_mute WHERE user_id = $1
            ), muted AS (
              INSERT INTO internal.notification_mute (user_id, person_id) SELECT $1, id FROM person, room WHERE left_over
              ON CONFLICT (user_id, person_id) DO NOTHING
            )
            SELECT left_over FROM person, room
            """;

    private static final String THREAD = """
            WITH room AS (
              SELECT count(*) < $3 AS left_over FROM internal.notification_mute WHERE user_id = $1
            ), muted AS (
              INSERT INTO internal.notification_mute (user_id, thread) SELECT $1, $2 FROM room WHERE left_over
              ON CONFLICT (user_id, thread) DO NOTHING
            )
            SELECT left_over FROM room
            """;

    private static final String UNMUTE_PERSON = """
            DELETE FROM internal.notification_mute
             WHERE user_id = $1 AND person_id = (SELECT id FROM users WHERE lower(screenname) = lower($2))
            """;

    private static final String UNMUTE_THREAD =
            "DELETE FROM internal.notification_mute WHERE user_id = $1 AND thread = $2";

    private static final String PAGE = """
            SELECT m.id, m.created_at, m.thread, %s
              FROM internal.notification_mute m
              LEFT JOIN users u ON u.id = m.person_id AND u.scrubbed_at IS NULL
             WHERE m.user_id = $1 AND (m.created_at, m.id) < ($2, $3)
             ORDER BY m.created_at DESC, m.id DESC
             LIMIT $4
            """.formatted(PersonView.COLUMNS);

    private final Pool pool;

    Mutes(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> person(Actor reader, String screenname) {
        return pool.preparedQuery(PERSON)
                .execute(Tuple.of(reader.userId(), screenname, MOST))
                .invoke(Mutes::requireRoom)
                .replaceWithVoid();
    }

    Uni<Void> thread(Actor reader, String thread) {
        return pool.preparedQuery(THREAD)
                .execute(Tuple.of(reader.userId(), thread, MOST))
                .invoke(Mutes::requireRoom)
                .replaceWithVoid();
    }

    /** Also of somebody who is locked by now; says nothing about who exists. */
    Uni<Void> unmutePerson(Actor reader, String screenname) {
        return pool.preparedQuery(UNMUTE_PERSON)
                .execute(Tuple.of(reader.userId(), screenname))
                .replaceWithVoid();
    }

    Uni<Void> unmuteThread(Actor reader, String thread) {
        return pool.preparedQuery(UNMUTE_THREAD)
                .execute(Tuple.of(reader.userId(), thread))
                .replaceWithVoid();
    }

    Uni<Page<MuteView>> of(Actor reader, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(PAGE)
                .mapping(MuteView::of)
                .execute(Tuple.of(reader.userId(), after.time(0), after.text(1), query.rows()))
                .map(found -> Page.of(found, query, MuteView::position));
    }

    private static void requireRoom(RowSet<Row> room) {
        if (room.size() == 0) {
            throw NOBODY_TO_MUTE.because("Nobody has this screenname.");
        }
        if (!room.iterator().next().getBoolean(0)) {
            throw TOO_MANY_MUTES.because("%d people and things can be muted; let some go first.".formatted(MOST));
        }
    }
}
