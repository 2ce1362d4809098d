package club.panamia.social.report;

import static club.panamia.social.report.ReportProblem.ALREADY_SETTLED;
import static club.panamia.social.report.ReportProblem.NO_SUCH_REPORT;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.Problem;
import club.panamia.social.actor.Named;
import club.panamia.social.actor.SocialProblem;
import club.panamia.social.audience.Audience;
import club.panamia.social.home.Home;
import club.panamia.social.report.Settlement.Outcome;
import club.panamia.social.status.StatusProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What people have reported. Each change is one statement, and complete by itself. What is said again replaces what was said
 * before, until a moderator has looked at it; nobody is told which.
 */
@Singleton
class Reports {

    /** So many of all kinds, in so long. */
    static final String LIMIT = "social-report";

    static final int MOST = 20;
    static final Duration PER = Duration.ofDays(1);

    private static final String LAST_WORD = """
            DO UPDATE SET reason = excluded.reason, note = excluded.note, wording = excluded.wording
             WHERE known.settled_at IS NULL
            """;

    /** Whoever sees a post can report it. */
    static final String OF_POST = Audience.viewer("$1") + """
            , seen AS (
              SELECT s.id, s.actor_id, s.content AS wording FROM %s WHERE s.id = $2 AND %s
            ), filed AS (
              INSERT INTO internal.social_report AS known (about, actor_id, status_id, wording, reporter_id, reason, note)
              SELECT 'post', actor_id, id, wording, $1, $3, $4 FROM seen
              ON CONFLICT (status_id, reporter_id) WHERE status_id IS NOT NULL %s
              RETURNING id
            )
            SELECT count(*)::int AS found, (SELECT id FROM filed) AS filed FROM seen
            """.formatted(Audience.FROM, Audience.MAY_SEE, LAST_WORD);

    static final String OF_ACTOR = """
            WITH seen AS (
              SELECT a.id FROM social_actors a %s WHERE a.id = %s
            ), filed AS (
              INSERT INTO internal.social_report AS known (about, actor_id, reporter_id, reason, note)
              SELECT 'actor', id, $1, $3, $4 FROM seen
              ON CONFLICT (actor_id, reporter_id) WHERE about = 'actor' %s
              RETURNING id
            )
            SELECT count(*)::int AS found, (SELECT id FROM filed) AS filed FROM seen
            """.formatted(Audience.SEEN, Named.id("$2"), LAST_WORD);

    static final String OPEN = """
            SELECT r.id, r.created_at, r.about, r.actor_id, a.username, a.domain, a.standing, r.status_id, r.wording,
                   u.screenname, r.origin, r.reason, r.note
              FROM internal.social_report r
              JOIN social_actors a ON a.id = r.actor_id
              LEFT JOIN users u ON u.id = r.reporter_id AND u.scrubbed_at IS NULL
             WHERE r.settled_at IS NULL AND r.id > $1
             ORDER BY r.id
             LIMIT $2
            """;

    /** Of two moderators at once the second finds it settled. */
    private static final String SETTLE = """
            WITH settled AS (
              UPDATE internal.social_report SET outcome = $2, settled_at = now(), settled_by = $3
               WHERE id = $1 AND settled_at IS NULL
              RETURNING id
            )
            SELECT EXISTS (SELECT FROM internal.social_report WHERE id = $1) AS known, EXISTS (SELECT FROM settled) AS settled
            """;

    private final Pool pool;
    private final ForwardReport forward;
    private final Home home;

    Reports(Pool pool, ForwardReport forward, Home home) {
        this.pool = pool;
        this.forward = forward;
        this.home = home;
    }

    Uni<Void> ofPost(Actor person, String statusId, Report report) {
        return file(
                OF_POST,
                person,
                statusId,
                report,
                () -> StatusProblem.NO_SUCH_STATUS.because("There is none, or it is not meant for you."));
    }

    Uni<Void> ofActor(Actor person, String username, Report report) {
        return file(
                OF_ACTOR,
                person,
                home.handle(username),
                report,
                () -> SocialProblem.NO_SUCH_ACTOR.because("Nobody here takes part under this name."));
    }

    private Uni<Void> file(String statement, Actor person, String what, Report report, Supplier<Problem> missing) {
        return pool.preparedQuery(statement)
                .execute(Tuple.of(person.userId(), what, report.reason().label(), report.note()))
                .map(rows -> rows.iterator().next())
                .invoke(row -> {
                    if (row.getInteger("found") == 0) {
                        throw missing.get();
                    }
                })
                .chain(row -> Boolean.TRUE.equals(report.forward()) && row.getString("filed") != null
                        ? forward.elsewhere(row.getString("filed"))
                        : Uni.createFrom().voidItem());
    }

    /** Those that wait, the longest first. */
    Uni<Page<ReportView>> open(PageQuery query) {
        return pool.preparedQuery(OPEN)
                .mapping(ReportView::of)
                .execute(values(query))
                .map(reports -> Page.of(reports, query, ReportView::position));
    }

    static Tuple values(PageQuery query) {
        return Tuple.of(query.after(1).map(cursor -> cursor.text(0)).orElse(""), query.rows());
    }

    Uni<Void> settle(String id, Outcome outcome, Actor moderator) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(id, outcome.label(), moderator.userId()))
                .invoke(rows -> requireSettled(rows.iterator().next()))
                .replaceWithVoid();
    }

    private static void requireSettled(Row row) {
        if (!row.getBoolean("known")) {
            throw NO_SUCH_REPORT.because("No report has this id.");
        }
        if (!row.getBoolean("settled")) {
            throw ALREADY_SETTLED.because("Another moderator was faster.");
        }
    }
}
