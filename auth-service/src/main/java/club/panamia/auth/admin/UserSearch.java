package club.panamia.auth.admin;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Finds people for administrators. Each record that is shown is a line of the trail before it is shown. */
@ApplicationScoped
class UserSearch {

    private static final String RECORD = """
            SELECT u.id, u.email, u.email_proven_at, u.name, u.screenname, u.role, u.locked_at, u.lock_reason, u.scrubbed_at,
                   u.created_at,
                   (SELECT count(*)::int FROM sessions s WHERE s.user_id = u.id AND s.expires > now()) AS sessions,
                   ARRAY(SELECT a.provider FROM accounts a WHERE a.user_id = u.id ORDER BY 1) AS providers
              FROM users u
            """;

    static final String PAGE = RECORD + """
             WHERE ($1::text IS NULL OR lower(u.email) LIKE $1)
               AND ($2::text IS NULL OR lower(u.screenname) = $2)
               AND ($3::text IS NULL OR u.id = $3)
               AND CASE $4::text
                     WHEN 'open' THEN u.locked_at IS NULL AND u.scrubbed_at IS NULL
                     WHEN 'locked' THEN u.locked_at IS NOT NULL
                     WHEN 'deleted' THEN u.scrubbed_at IS NOT NULL
                     WHEN 'admin' THEN u.role = 'admin'
                     ELSE true END
               AND (u.created_at, u.id) < ($5, $6)
             ORDER BY u.created_at DESC, u.id DESC
             LIMIT $7
            """;

    private static final String ONE = RECORD + " WHERE u.id = $1";

    private final Pool pool;
    private final SecurityTrail trail;

    UserSearch(Pool pool, SecurityTrail trail) {
        this.pool = pool;
        this.trail = trail;
    }

    Uni<Page<UserView>> list(Actor admin, UserQuery query) {
        return pool.preparedQuery(PAGE)
                .execute(query.values())
                .map(rows -> Page.of(views(rows), query, UserView::position))
                .call(page -> trail.recordReads(
                        admin, page.items().stream().map(UserView::id).toList()));
    }

    Uni<UserView> one(Actor admin, String id) {
        return pool.preparedQuery(ONE)
                .execute(Tuple.of(id))
                .map(UserSearch::views)
                .map(found -> found.stream()
                        .findFirst()
                        .orElseThrow(() -> NOT_FOUND.because("There is nobody with this id.")))
                .call(found -> trail.recordReads(admin, List.of(found.id())));
    }

    private static List<UserView> views(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).map(UserView::of).toList();
    }
}
