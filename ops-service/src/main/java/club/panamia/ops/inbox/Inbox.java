package club.panamia.ops.inbox;

import static club.panamia.kernel.problem.CommonProblem.INVALID;
import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.ops.contact.ContactSubmission;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Questions asked of the messages, and what was answered. */
@ApplicationScoped
class Inbox {

    private static final String COLUMNS = """
            SELECT c.id, c.created_at, c.user_id, c.name, c.email, coalesce(c.message, '') AS message, c.acknowledged_at,
                   c.acknowledged_by, c.assigned_at, c.assigned_to, c.quarantined_for,
                   (SELECT count(*)::int FROM internal.contact_reply r WHERE r.submission_id = c.id) AS replies
              FROM contact_submissions c
            """;

    static final String NEWEST_FIRST = COLUMNS + """
             WHERE (c.created_at, c.id) < ($1, $2)
               AND CASE $3 WHEN 'open' THEN NOT c.acknowledged AND c.quarantined_for IS NULL
                           WHEN 'acknowledged' THEN c.acknowledged AND c.quarantined_for IS NULL
                           WHEN 'quarantined' THEN c.quarantined_for IS NOT NULL
                           ELSE true END
               AND CASE $4 WHEN '' THEN true WHEN 'nobody' THEN c.assigned_to IS NULL ELSE c.assigned_to = $4 END
               AND ($5 = '' OR internal.words(c.name || ' ' || c.email || ' ' || coalesce(c.message, ''))
                               @@ websearch_to_tsquery('simple', internal.fold($5)))
             ORDER BY c.created_at DESC, c.id DESC
             LIMIT $6
            """;

    private static final String ONE = COLUMNS + " WHERE c.id = $1";

    private static final String REPLIES = """
            SELECT id, created_at, author_id, message FROM internal.contact_reply WHERE submission_id = $1 ORDER BY id LIMIT $2
            """;

    private static final String ANSWER = """
            INSERT INTO internal.contact_reply (submission_id, author_id, message) VALUES (:submission, :author, :message)
            RETURNING id
            """;

    private static final String IS_ADMIN = "SELECT FROM users WHERE id = $1 AND role = 'admin'";

    private static final int MOST_REPLIES = 200;

    private final Pool pool;

    Inbox(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<MessageView>> page(InboxQuery query) {
        var before = query.after(2).orElse(Cursor.NEWEST);
        return rows(query, before, query.rows()).map(found -> Page.of(found, query, MessageView::position));
    }

    /** The rows that follow a position in the list, without a page around them. */
    Uni<List<MessageView>> rows(InboxQuery query, Cursor before, int count) {
        return pool.preparedQuery(NEWEST_FIRST)
                .mapping(MessageView::of)
                .execute(
                        Tuple.of(before.time(0), before.text(1), query.state(), query.assignee(), query.words(), count))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    Uni<MessageView> one(String id) {
        return pool.preparedQuery(ONE)
                .mapping(MessageView::of)
                .execute(Tuple.of(id))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .findFirst()
                        .orElseThrow(() -> NOT_FOUND.because("No message has this id.")));
    }

    Uni<List<ReplyView>> replies(String id) {
        return pool.preparedQuery(REPLIES)
                .mapping(ReplyView::of)
                .execute(Tuple.of(id, MOST_REPLIES))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    /** Keeps an answer in the caller's transaction; its id. */
    Uni<String> answer(ContactSubmission message, Actor author, String text) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ANSWER, String.class)
                        .setParameter("submission", message.id())
                        .setParameter("author", author.userId())
                        .setParameter("message", text)
                        .getSingleResult());
    }

    /** Only administrators take messages on. */
    Uni<Void> requireStaff(String userId) {
        return pool.preparedQuery(IS_ADMIN)
                .execute(Tuple.of(userId))
                .invoke(found -> {
                    if (found.size() == 0) {
                        throw INVALID.because("Only an administrator can take a message on.")
                                .at("/assignee", "must be the id of an administrator");
                    }
                })
                .replaceWithVoid();
    }
}
