package club.panamia.mentoring.opening;

import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.slot.Stretch;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What is known beforehand of the mentors' time. */
@Singleton
public class Openings {

    /** A mentor whose time is to be reckoned. */
    record Due(String userId, @Nullable String screenname) {

        static Due of(Row row) {
            return new Due(row.getString("user_id"), row.getString("screenname"));
        }
    }

    /** Whoever takes one has it for ten minutes; should they end, somebody else reckons it then. */
    private static final String TAKE_DUE = """
            UPDATE internal.mentor_opening o SET due_at = CAST($1 AS timestamptz) + interval '10 minutes'
             WHERE o.id IN (SELECT d.id FROM internal.mentor_opening d WHERE d.due_at <= $1
                             ORDER BY d.due_at LIMIT 20 FOR UPDATE SKIP LOCKED)
            RETURNING o.user_id, (SELECT u.screenname FROM users u WHERE u.id = o.user_id) AS screenname
            """;

    /** Whose time has changed meanwhile stays due. */
    private static final String KEEP = """
            UPDATE internal.mentor_opening o
               SET next_at = known.first, openings = known.stretches, reckoned_at = $2, minutes_a_week = $6,
                   due_at = CASE WHEN o.due_at = CAST($2 AS timestamptz) + interval '10 minutes' THEN $3 ELSE o.due_at END
              FROM (SELECT min(s.starts) AS first, coalesce(range_agg(tstzrange(s.starts, s.ends)), '{}') AS stretches
                      FROM unnest(CAST($4 AS timestamptz[]), CAST($5 AS timestamptz[])) AS s (starts, ends)) known
             WHERE o.user_id = $1
            """;

    private static final String LOOK_AGAIN = """
            INSERT INTO internal.mentor_opening (user_id, due_at) SELECT u.id, ?2 FROM users u WHERE u.id = ?1
            ON CONFLICT (user_id) DO UPDATE SET due_at = excluded.due_at
            """;

    private static final String LOOK_AGAIN_IF_KNOWN =
            "UPDATE internal.mentor_opening SET due_at = ?2 WHERE user_id = ?1";

    private final Pool pool;

    Openings(Pool pool) {
        this.pool = pool;
    }

    /** Somebody says something new about their hours, in the caller's transaction: they are known from now on. */
    public Uni<Void> lookAgain(String userId, Instant now) {
        return inTransaction(LOOK_AGAIN, userId, now);
    }

    /** Somebody's time has changed, in the caller's transaction; it matters where they are a mentor. */
    Uni<Void> lookAgainIfKnown(String userId, Instant now) {
        return inTransaction(LOOK_AGAIN_IF_KNOWN, userId, now);
    }

    /** Some whose time is to be reckoned, and that nobody else reckons. */
    Uni<List<Due>> takeDue(Instant now) {
        return pool.preparedQuery(TAKE_DUE)
                .mapping(Due::of)
                .execute(Tuple.of(utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    Uni<Void> keep(String userId, FreeStarts starts, Instant now) {
        return pool.preparedQuery(KEEP)
                .execute(Tuple.of(
                        userId,
                        utc(now),
                        utc(starts.again()),
                        starts.stretches().stream()
                                .map(Stretch::from)
                                .map(Openings::utc)
                                .toArray(OffsetDateTime[]::new),
                        starts.stretches().stream()
                                .map(Stretch::until)
                                .map(Openings::utc)
                                .toArray(OffsetDateTime[]::new),
                        starts.minutesAWeek()))
                .replaceWithVoid();
    }

    private static Uni<Void> inTransaction(String statement, String userId, Instant now) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter(1, userId)
                        .setParameter(2, utc(now))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
