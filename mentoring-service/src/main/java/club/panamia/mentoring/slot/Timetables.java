package club.panamia.mentoring.slot;

import static club.panamia.mentoring.slot.SlotProblem.NO_SUCH_MENTOR;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.availability.Availability;
import club.panamia.mentoring.document.Documents;
import club.panamia.mentoring.offer.Offer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The mentors' time, as one statement with all that the expansion needs. */
@Singleton
public class Timetables {

    /** What it takes and answers, and why it is a function, is said where it is made: migration 0063. */
    static final String ONE = "SELECT internal.mentor_timetable($1, $2, $3, $4, $5, $6)";

    private static final String IN_TRANSACTION = ONE.replace('$', '?');

    /** The same under the locks of both people; said there, too: migration 0071. */
    private static final String TO_BOOK = "SELECT internal.mentor_timetable_to_book(?1, ?2, ?3, ?4, ?5)";

    private static final Duration AHEAD = Duration.ofDays(60);

    private final Pool pool;
    private final Documents documents;

    Timetables(Pool pool, Documents documents) {
        this.pool = pool;
        this.documents = documents;
    }

    /** As it stands this moment. */
    Uni<Timetable> of(String screenname, Actor caller, Stretch range, Instant now) {
        return read(values(screenname, caller.userId(), range, now));
    }

    /**
     * In the caller's transaction, until whose end nobody else can book either of the two; what the caller held of somebody's time
     * is let go. Nothing where somebody else is about to book one of them: {@code People.lock} waits for that.
     */
    public Uni<Optional<Timetable>> toBook(String screenname, String callerId, Stretch range, Instant now) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(TO_BOOK, String.class)
                        .setParameter(1, screenname)
                        .setParameter(2, callerId)
                        .setParameter(3, utc(range.from()))
                        .setParameter(4, utc(range.until()))
                        .setParameter(5, utc(now))
                        .getResultList())
                .map(found -> found.isEmpty() ? Optional.empty() : Optional.of(timetable(found.getFirst())));
    }

    /** In the caller's transaction, so that it stays as it is seen where the people in it are locked. */
    public Uni<Timetable> forBooking(String screenname, String callerId, Stretch range, Instant now, String moving) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(IN_TRANSACTION, String.class)
                        .setParameter(1, screenname)
                        .setParameter(2, callerId)
                        .setParameter(3, utc(range.from()))
                        .setParameter(4, utc(range.until()))
                        .setParameter(5, utc(now))
                        .setParameter(6, moving)
                        .getSingleResultOrNull())
                .map(this::timetable);
    }

    /** As it stands this moment for whoever has no sessions of their own, as far as most mentors plan. */
    public Uni<Timetable> forAnybody(String screenname, Instant now) {
        return read(values(screenname, "", new Stretch(now, now.plus(AHEAD)), now));
    }

    private Uni<Timetable> read(Tuple values) {
        return pool.preparedQuery(ONE)
                .execute(values)
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next().getString(0))
                .map(this::timetable);
    }

    static Tuple values(String screenname, String callerId, Stretch range, Instant now) {
        return Tuple.of(screenname, callerId, utc(range.from()), utc(range.until()), utc(now), "");
    }

    private Timetable timetable(@Nullable String found) {
        if (found == null) {
            throw NO_SUCH_MENTOR.because("Nobody of this name offers mentoring.");
        }
        var row = new JsonObject(found);
        return new Timetable(
                row.getString("id"),
                row.getString("screenname"),
                documents.read(map(row, "mentoring"), Offer.class),
                documents.read(map(row, "availability"), Availability.class),
                stretches(row, "mentorBusy"),
                stretches(row, "callerBusy"),
                list(row, "sessions").stream().map(Timetables::instant).toList(),
                new Timetable.Asked(
                        row.getInteger("openWithMentor"), row.getInteger("open"), row.getInteger("lately")));
    }

    private static @Nullable Map<String, Object> map(JsonObject row, String key) {
        var document = row.getJsonObject(key);
        return document == null ? null : document.getMap();
    }

    private static List<Stretch> stretches(JsonObject row, String key) {
        return list(row, key).stream()
                .map(JsonArray.class::cast)
                .map(pair -> new Stretch(instant(pair.getValue(0)), instant(pair.getValue(1))))
                .toList();
    }

    private static JsonArray list(JsonObject row, String key) {
        return row.getJsonArray(key, new JsonArray()) == null ? new JsonArray() : row.getJsonArray(key);
    }

    private static Instant instant(Object seconds) {
        return Instant.ofEpochSecond(((Number) seconds).longValue());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
