package club.panamia.auth.audit;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Where acts on accounts are written down. */
@ApplicationScoped
public class SecurityTrail {

    private static final String RECORD = """
            INSERT INTO internal.security_event (actor_id, subject_id, action, reason)
            VALUES (:actor, :subject, :action, :reason)
            """;

    private static final String RECORD_AT_ONCE = """
            INSERT INTO internal.security_event (actor_id, subject_id, action, reason) VALUES ($1, $2, $3, $4)
            """;

    private static final String RECORD_READS = """
            INSERT INTO internal.security_event (actor_id, subject_id, action) SELECT $1, unnest($2::text[]), $3
            """;

    static final String ABOUT = """
            SELECT id, created_at, action, actor_id
              FROM internal.security_event
             WHERE subject_id = $1 AND (created_at, id) < ($2, $3)
             ORDER BY created_at DESC, id DESC
             LIMIT $4
            """;

    private final Pool pool;

    SecurityTrail(Pool pool) {
        this.pool = pool;
    }

    /** In the caller's transaction: it stands in the trail if, and only if, it was done. */
    public Uni<Void> record(SecurityEvent event) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(RECORD)
                        .setParameter("actor", event.actorId())
                        .setParameter("subject", event.subjectId())
                        .setParameter("action", event.action().wire())
                        .setParameter("reason", event.reason())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Outside any transaction, for refusals: what is rolled back afterwards does not take the line with it. */
    public Uni<Void> recordAtOnce(SecurityEvent event) {
        return pool.preparedQuery(RECORD_AT_ONCE)
                .execute(Tuple.of(
                        event.actorId(), event.subjectId(), event.action().wire(), event.reason()))
                .replaceWithVoid();
    }

    /** An administrator is about to see these people's records. */
    public Uni<Void> recordReads(Actor admin, List<String> subjectIds) {
        return pool.preparedQuery(RECORD_READS)
                .execute(Tuple.of(admin.userId(), subjectIds.toArray(String[]::new), SecurityAction.RECORD_READ.wire()))
                .replaceWithVoid();
    }

    /** What was done to a person's account, newest first, as that person may see it. */
    public Uni<Page<SecurityEventView>> about(Actor person, PageQuery query) {
        var after = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(ABOUT)
                .execute(Tuple.of(person.userId(), after.time(0), after.text(1), query.rows()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> SecurityEventView.of(row, person))
                        .toList())
                .map(events -> Page.of(events, query, SecurityEventView::position));
    }
}
