package club.panamia.mentoring.busycalendar;

import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.slot.Stretch;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** The calendars that people keep elsewhere; each is one statement, and none is open while another server is asked. */
@Singleton
class BusyCalendars {

    private static final Duration AGAIN = Duration.ofMinutes(30);
    private static final Duration AT_LAST = Duration.ofDays(1);
    private static final int MOST_DOUBLINGS = 6;

    /** What another calendar said is no longer true. */
    private static final String GIVE = """
            INSERT INTO internal.busy_calendar (user_id, address, given_at, due_at) VALUES ($1, $2, $3, $3)
            ON CONFLICT (user_id) DO UPDATE
               SET address = excluded.address, given_at = excluded.given_at, due_at = excluded.due_at, read_at = NULL,
                   answered_at = NULL, etag = NULL, last_modified = NULL, failures = 0, fault = NULL, busy = '{}'
            """;

    private static final String REMOVE = "DELETE FROM internal.busy_calendar WHERE user_id = $1";

    private static final String SHOW = """
            SELECT c.address, c.given_at, c.answered_at, c.fault, c.due_at, (SELECT count(*) FROM unnest(c.busy)) AS times
              FROM internal.busy_calendar c WHERE c.user_id = $1
            """;

    /** Whoever asks for one has it for ten minutes; should they end, somebody else asks then. */
    private static final String TAKE_DUE = """
            UPDATE internal.busy_calendar c SET due_at = CAST($1 AS timestamptz) + interval '10 minutes'
             WHERE c.id IN (SELECT d.id FROM internal.busy_calendar d WHERE d.due_at <= $1
                             ORDER BY d.due_at LIMIT 8 FOR UPDATE SKIP LOCKED)
            RETURNING c.user_id, c.address, c.etag, c.last_modified, c.read_at, c.failures,
                      (SELECT p.availability ->> 'timezone' FROM profiles p WHERE p.user_id = c.user_id) AS zone
            """;

    /** When this person can be booked next, as a mentor, is reckoned again, too. */
    private static final String SAID = """
            WITH other AS (UPDATE internal.mentor_opening SET due_at = $8 WHERE user_id = $1)
            UPDATE internal.busy_calendar
               SET busy = coalesce((SELECT range_agg(tstzrange(b.starts, b.ends))
                                      FROM unnest(CAST($4 AS timestamptz[]), CAST($5 AS timestamptz[])) AS b (starts, ends)), '{}'),
                   etag = $6, last_modified = $7, read_at = $8, answered_at = $8, due_at = $9, failures = 0, fault = NULL, address = $3
             WHERE user_id = $1 AND address = $2
            """;

    private static final String UNCHANGED = """
            UPDATE internal.busy_calendar SET answered_at = $4, due_at = $5, failures = 0, fault = NULL, address = $3
             WHERE user_id = $1 AND address = $2
            """;

    private static final String FAILED = """
            UPDATE internal.busy_calendar SET fault = $4, due_at = $5, failures = failures + 1, address = $3
             WHERE user_id = $1 AND address = $2
            """;

    private final Pool pool;
    private final SealedAddress addresses;

    BusyCalendars(Pool pool, SealedAddress addresses) {
        this.pool = pool;
        this.addresses = addresses;
    }

    Uni<Void> give(Actor owner, URI address, Instant now) {
        var sealed = addresses.seal(address, owner.userId());
        return pool.preparedQuery(GIVE)
                .execute(Tuple.of(owner.userId(), Buffer.buffer(sealed), utc(now)))
                .replaceWithVoid();
    }

    Uni<Void> remove(Actor owner) {
        return pool.preparedQuery(REMOVE).execute(Tuple.of(owner.userId())).replaceWithVoid();
    }

    Uni<BusyCalendarView> of(Actor owner) {
        return pool.preparedQuery(SHOW)
                .execute(Tuple.of(owner.userId()))
                .map(rows -> rows.size() == 0
                        ? BusyCalendarView.NONE
                        : view(rows.iterator().next(), owner));
    }

    private BusyCalendarView view(Row row, Actor owner) {
        var address = addresses.open(row.getBuffer("address").getBytes(), owner.userId());
        return BusyCalendarView.of(row, address.getHost());
    }

    /** Some that are to be read by now, and that nobody else is reading. */
    Uni<List<DueCalendar>> takeDue(Instant now) {
        return pool.preparedQuery(TAKE_DUE)
                .mapping(DueCalendar::of)
                .execute(Tuple.of(utc(now)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** What was read counts, unless the owner has given another address meanwhile. */
    Uni<Void> keep(DueCalendar calendar, Reading reading, Instant now) {
        var values = Tuple.of(
                calendar.ownerId(),
                Buffer.buffer(calendar.address()),
                Buffer.buffer(addresses.renewed(calendar.address(), calendar.ownerId())));
        var statement = switch (reading) {
            case Reading.Said said -> {
                values.addValue(times(said.busy(), Stretch::from));
                values.addValue(times(said.busy(), Stretch::until));
                values.addString(said.etag()).addString(said.lastModified());
                values.addValue(utc(now)).addValue(utc(now.plus(AGAIN)));
                yield SAID;
            }
            case Reading.Unchanged unchanged -> {
                values.addValue(utc(now)).addValue(utc(now.plus(AGAIN)));
                yield UNCHANGED;
            }
            case Reading.Failed failed -> {
                values.addString(failed.fault().label());
                values.addValue(utc(now.plus(later(calendar.failures()))));
                yield FAILED;
            }
        };
        return pool.preparedQuery(statement).execute(values).replaceWithVoid();
    }

    /** Less and less often, and at last once a day. */
    private static Duration later(int failures) {
        var wait = AGAIN.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        return wait.compareTo(AT_LAST) > 0 ? AT_LAST : wait;
    }

    private static OffsetDateTime[] times(List<Stretch> busy, Function<Stretch, Instant> side) {
        return busy.stream().map(side).map(BusyCalendars::utc).toArray(OffsetDateTime[]::new);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
