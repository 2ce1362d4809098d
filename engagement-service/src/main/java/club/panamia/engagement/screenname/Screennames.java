package club.panamia.engagement.screenname;

import static club.panamia.engagement.screenname.ScreennameProblem.NO_SUCH_SCREENNAME;
import static club.panamia.engagement.screenname.ScreennameProblem.SCREENNAME_GONE;

import club.panamia.engagement.person.PersonView;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Every name that somebody has or had. */
@Singleton
class Screennames {

    /**
     * By the person and not from name to name, so that a chain of renames ends at the name of today. A name that was taken back
     * is in the history no more, so that there is one row at most.
     */
    static final String LEADS_TO = """
            SELECT u.screenname, false AS moved
              FROM users u
             WHERE lower(u.screenname) = lower($1) AND u.locked_at IS NULL
            UNION ALL
            SELECT u.screenname, true AS moved
              FROM screenname_history h
              LEFT JOIN users u ON u.id = h.user_id
             WHERE lower(h.screenname) = lower($1) AND u.locked_at IS NULL
            """;

    /**
     * Whoever had it last before that day was over. A name was taken when its person gave up the one before, or came; the day on
     * which somebody took a name back is the one that counts, as the database keeps no earlier one.
     */
    private static final String HOLDER = """
            WITH held AS (
              SELECT u.id AS user_id, CAST(NULL AS timestamptz) AS until, coalesce(
                       (SELECT max(h.created_at) FROM screenname_history h WHERE h.user_id = u.id), u.created_at) AS since
                FROM users u
               WHERE lower(u.screenname) = lower($1)
              UNION ALL
              SELECT h.user_id, h.created_at, coalesce(
                       (SELECT max(b.created_at) FROM screenname_history b
                         WHERE b.user_id = h.user_id AND b.created_at < h.created_at), u.created_at, '-infinity')
                FROM screenname_history h
                LEFT JOIN users u ON u.id = h.user_id
               WHERE lower(h.screenname) = lower($1)
            )
            SELECT %s
              FROM held
              LEFT JOIN users u ON u.id = held.user_id AND u.scrubbed_at IS NULL
             WHERE held.since < $2
               AND (held.until IS NULL OR held.until >= $2)
               AND u.locked_at IS NULL
            """.formatted(PersonView.COLUMNS);

    private static final String FORMER = """
            SELECT id, screenname, created_at FROM screenname_history
             WHERE user_id = $1 AND (created_at, id) < ($2, $3)
             ORDER BY created_at DESC, id DESC
             LIMIT $4
            """;

    private final Pool pool;

    Screennames(Pool pool) {
        this.pool = pool;
    }

    Uni<ResolutionView> resolve(String name) {
        return pool.preparedQuery(LEADS_TO).execute(Tuple.of(name)).map(Screennames::theOne);
    }

    /** Who had it at the end of a day of UTC, written as in ISO 8601. */
    Uni<PersonView> holder(String name, String day) {
        return pool.preparedQuery(HOLDER).execute(Tuple.of(name, dayOf(day))).map(Screennames::person);
    }

    Uni<Page<FormerNameView>> formerOf(Actor person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(FORMER)
                .mapping(FormerNameView::of)
                .execute(Tuple.of(person.userId(), after.time(0), after.text(1), query.rows()))
                .map(found -> Page.of(found, query, FormerNameView::position));
    }

    /** The first moment after it. */
    private static OffsetDateTime dayOf(String text) {
        try {
            return LocalDate.parse(text).plusDays(1).atStartOfDay().atOffset(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw CommonProblem.INVALID.because("There is no such day.").at("on", "must be a day such as 2026-03-01");
        }
    }

    private static PersonView person(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_SCREENNAME.because("Nobody had this name on that day.");
        }
        var person = PersonView.of(rows.iterator().next());
        if (person == null) {
            throw SCREENNAME_GONE.because("Whoever had this name on that day is gone.");
        }
        return person;
    }

    private static ResolutionView theOne(RowSet<Row> rows) {
        if (rows.size() == 0) {
            throw NO_SUCH_SCREENNAME.because("The name is free, or may not be taken.");
        }
        var row = rows.iterator().next();
        var screenname = row.getString("screenname");
        if (screenname == null) {
            throw SCREENNAME_GONE.because("The name stays reserved and leads to nobody.");
        }
        return new ResolutionView(screenname, row.getBoolean("moved"));
    }
}
