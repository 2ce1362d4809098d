package club.panamia.mentoring.mentor;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.problem.Problem;
import club.panamia.mentoring.slot.Stretch;
import io.vertx.mutiny.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A search for mentors as one statement: the conditions that were asked for and no others, so that each gets the plan that fits
 * it. How many sessions each has held is looked up for those alone who answer to it.
 */
final class MentorQuestion {

    private static final String SOONEST = "soonest";
    private static final String ISO = """
            to_char(f.sort_key AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')""";

    /** Named columns only: what is not listed here cannot leave. */
    private static final String CARDS = """
            SELECT f.*, %s AS position, coalesce(rated.rating, 0) AS rating, coalesce(rated.ratings, 0) AS ratings
              FROM (SELECT u.id, p.id AS profile_id, u.screenname, p.name, u.image, p.address_locality, p.mentoring, p.availability,
                           o.next_at, o.reckoned_at, held.sessions, %s AS sort_key
                      FROM profiles p
                      JOIN users u ON u.id = p.user_id
                      LEFT JOIN internal.mentor_opening o ON o.user_id = u.id
                     CROSS JOIN LATERAL (SELECT count(*) AS sessions FROM mentor_sessions s
                                          WHERE s.mentor_user_id = u.id AND s.status = 'completed') held
                     WHERE p.active AND p.mentoring @> '{"enabled": true}'
                       AND u.id <> $1 AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
                       AND p.id <> ALL (ARRAY(SELECT unnest(internal.kept_apart($1))))
                    %s
                     ORDER BY %s
                     LIMIT %d) f
             CROSS JOIN LATERAL (SELECT round(avg(b.rating), 1) AS rating, count(*) AS ratings
                                   FROM mentor_sessions s JOIN internal.session_feedback b ON b.session_id = s.id
                                  WHERE s.mentor_user_id = f.id AND s.status = 'completed' AND b.side = 'mentee') rated
             ORDER BY %s
            """;

    /** As if three people had said "good" before anybody said anything: one enthusiast does not outrank many. */
    private static final String STANDING = """
            (SELECT coalesce(round((sum(b.rating) + 12) / (count(*) + 3.0), 4), 4)
               FROM mentor_sessions s JOIN internal.session_feedback b ON b.session_id = s.id
              WHERE s.mentor_user_id = u.id AND s.status = 'completed' AND b.side = 'mentee')""";

    private static final String TERM =
            "AND internal.mentoring_terms(p.mentoring) @> ARRAY['%s ' || internal.fold(:1)]\n";

    private static final String RATE = """
            AND CASE jsonb_typeof(p.mentoring -> 'hourlyRate') WHEN 'number' THEN CAST(p.mentoring ->> 'hourlyRate' AS numeric)
                     ELSE 0 END <= :1
            """;

    /** Whoever has not said which, offers all. */
    private static final String TYPE = """
            AND coalesce(p.availability -> 'sessionTypes', jsonb_build_array(CAST(:1 AS text))) ? :1
            """;

    private static final String WORDS = """
            AND (p.search @@ (SELECT websearch_to_tsquery('simple', internal.fold(:1)))
                 OR internal.mentoring_terms(p.mentoring) @> ARRAY['expertise ' || internal.fold(:1)])
            """;

    private static final String AVAILABLE = "AND o.openings && tstzrange($%d, $%d)\n";

    private final List<Object> values = new ArrayList<>();
    private final StringBuilder where = new StringBuilder();
    private final String sql;

    private MentorQuestion(String userId, MentorSearch search, Instant now) {
        values.add(userId);
        each("expertise", search.expertise);
        each("language", search.language);
        and(RATE, search.mostRate());
        and(TYPE, search.sessionType);
        and(WORDS, search.q);
        andAvailable(search.available(now));
        if (search.sort.equals(SOONEST)) {
            where.append("AND o.next_at IS NOT NULL\n");
        }
        search.after(3).ifPresent(cursor -> andBehind(cursor, search.sort));
        sql = CARDS.formatted(
                search.sort.equals(SOONEST) ? ISO : "CAST(f.sort_key AS text)",
                key(search.sort),
                where,
                order(search.sort, key(search.sort), "p.id"),
                search.rows(),
                order(search.sort, "f.sort_key", "f.profile_id"));
    }

    static MentorQuestion of(String userId, MentorSearch search, Instant now) {
        return new MentorQuestion(userId, search, now);
    }

    String sql() {
        return sql;
    }

    Tuple values() {
        return Tuple.from(values);
    }

    private void each(String kind, @Nullable List<String> words) {
        if (words != null) {
            words.forEach(word -> and(TERM.formatted(kind), word));
        }
    }

    private void and(String condition, @Nullable Object value) {
        if (value != null) {
            values.add(value);
            where.append(condition.replace(":1", "$" + values.size()));
        }
    }

    private void andAvailable(@Nullable Stretch time) {
        if (time != null) {
            values.add(time.from().atOffset(ZoneOffset.UTC));
            values.add(time.until().atOffset(ZoneOffset.UTC));
            where.append(AVAILABLE.formatted(values.size() - 1, values.size()));
        }
    }

    private void andBehind(Cursor cursor, String sort) {
        if (!cursor.text(0).equals(sort)) {
            throw INVALID.because("The cursor belongs to another order.")
                    .at("cursor", "must be a nextCursor of this list");
        }
        values.add(position(sort, cursor.text(1)));
        values.add(cursor.text(2));
        where.append(
                (isFalling(sort) ? "AND (-%s, p.id) > (-CAST($%d AS numeric), $%d)\n" : "AND (%s, p.id) > ($%d, $%d)\n")
                        .formatted(key(sort), values.size() - 1, values.size()));
    }

    private static Object position(String sort, String text) {
        return switch (sort) {
            case "experience", "rating" -> number(text);
            case SOONEST -> time(text);
            default -> text;
        };
    }

    private static BigDecimal number(String text) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw foreignCursor();
        }
    }

    private static OffsetDateTime time(String text) {
        try {
            return OffsetDateTime.parse(text);
        } catch (DateTimeParseException e) {
            throw foreignCursor();
        }
    }

    private static Problem foreignCursor() {
        return INVALID.because("The cursor is not one of this list.").at("cursor", "must be a nextCursor of this list");
    }

    /** The best come first, and among equals the longest-standing. */
    private static boolean isFalling(String sort) {
        return sort.equals("experience") || sort.equals("rating");
    }

    private static String key(String sort) {
        return switch (sort) {
            case "name" -> "internal.fold(p.name)";
            case "experience" -> "held.sessions";
            case "rating" -> STANDING;
            case SOONEST -> "o.next_at";
            default -> "p.id";
        };
    }

    private static String order(String sort, String key, String id) {
        if (isFalling(sort)) {
            return "-" + key + ", " + id;
        }
        return sort.equals("name") || sort.equals(SOONEST) ? key + ", " + id : id;
    }
}
