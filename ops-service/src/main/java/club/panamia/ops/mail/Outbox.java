package club.panamia.ops.mail;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The mails that wait, and what became of the others. */
@ApplicationScoped
public class Outbox {

    /** As many attempts as a mail gets: the last one about an hour after the first. */
    static final int ATTEMPTS = 8;

    private static final int ERROR_LENGTH = 500;

    /**
     * Taking is lending: the row stays queued, not due again before the loan is over. So a mail outlives the process that took
     * it, and no transaction is open while a mail server is spoken to. The loan is longer than a batch can take.
     */
    static final String TAKE = """
            WITH due AS (
              SELECT id FROM internal.mail_outbox
               WHERE state = 'queued' AND next_attempt_at <= now()
               ORDER BY next_attempt_at LIMIT $1 FOR UPDATE SKIP LOCKED
            ), too_late AS (
              UPDATE internal.mail_outbox mail SET state = 'expired', params = NULL
                FROM due WHERE mail.id = due.id AND mail.expires_at <= now()
            )
            UPDATE internal.mail_outbox mail
               SET attempts = mail.attempts + 1, next_attempt_at = now() + interval '5 minutes'
              FROM due WHERE mail.id = due.id AND mail.expires_at > now()
            RETURNING mail.id, mail.template, mail.recipient, mail.locale, mail.params, mail.dedupe_key, mail.attempts,
                      coalesce((SELECT s.bounced_at > coalesce(s.lifted_at, '-infinity')
                                  FROM internal.mail_suppression s WHERE s.address = lower(mail.recipient)), false) AS bounced,
                      coalesce((SELECT s.complained_at > coalesce(s.lifted_at, '-infinity')
                                  FROM internal.mail_suppression s WHERE s.address = lower(mail.recipient)), false) AS complained
            """;

    private static final String SENT = """
            UPDATE internal.mail_outbox SET state = 'sent', sent_at = now(), sent_by = $2, params = NULL, error = NULL
             WHERE id = $1 AND state = 'queued'
            """;

    private static final String SUPPRESSED = """
            UPDATE internal.mail_outbox SET state = 'suppressed', params = NULL, error = NULL WHERE id = $1 AND state = 'queued'
            """;

    /** It was not tried, so the attempt does not count. */
    private static final String POSTPONED = """
            UPDATE internal.mail_outbox SET attempts = attempts - 1, next_attempt_at = now() + make_interval(secs => $3)
             WHERE id = $1 AND state = 'queued' AND attempts = $2
            """;

    private static final String RETRY = """
            UPDATE internal.mail_outbox SET state = 'queued', attempts = 0, next_attempt_at = now()
             WHERE id = $1 AND state = 'parked' AND expires_at > now()
            """;

    /** Half a minute, then twice as long each time, a quarter more or less, so that a recovering server is not stormed. */
    private static final String FAILED = """
            UPDATE internal.mail_outbox
               SET state = CASE WHEN attempts >= $3 THEN 'parked' ELSE 'queued' END,
                   next_attempt_at = now() + make_interval(secs => 15 * power(2, attempts) * (0.75 + random() / 2)),
                   error = $4
             WHERE id = $1 AND state = 'queued' AND attempts = $2
            """;

    private static final String PARKED =
            "UPDATE internal.mail_outbox SET state = 'parked', error = $2 WHERE id = $1 AND state = 'queued'";

    static final String NEWEST_FIRST = """
            SELECT id, created_at, template, locale, recipient, state, attempts, next_attempt_at, expires_at, sent_at, sent_by,
                   error
              FROM internal.mail_outbox
             WHERE (created_at, id) < ($1, $2)
             ORDER BY created_at DESC, id DESC
             LIMIT $3
            """;

    private static final String EXPIRE = """
            UPDATE internal.mail_outbox SET state = 'expired', params = NULL
             WHERE state IN ('queued', 'parked') AND expires_at <= now()
            """;

    private static final String FORGET = """
            DELETE FROM internal.mail_outbox WHERE id IN (
              SELECT id FROM internal.mail_outbox
               WHERE state IN ('sent', 'expired', 'suppressed') AND created_at < now() - make_interval(secs => $1) LIMIT 1000)
            """;

    private final Pool pool;

    Outbox(Pool pool) {
        this.pool = pool;
    }

    /** Takes up to {@code count} mails that are due; nobody else gets them meanwhile. What has expired is wiped, not taken. */
    Multi<DueMail> take(int count) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(count))
                .onItem()
                .transformToMulti(rows -> rows.toMulti())
                .map(DueMail::of);
    }

    Uni<Void> sent(DueMail mail, String provider) {
        return pool.preparedQuery(SENT).execute(Tuple.of(mail.id(), provider)).replaceWithVoid();
    }

    /** Its address does not want it. */
    Uni<Void> suppress(DueMail mail) {
        return pool.preparedQuery(SUPPRESSED).execute(Tuple.of(mail.id())).replaceWithVoid();
    }

    /** Not now, through no fault of its own. */
    Uni<Void> postpone(DueMail mail, Duration wait) {
        return pool.preparedQuery(POSTPONED)
                .execute(Tuple.of(mail.id(), mail.attempt(), wait.toMillis() / 1000.0))
                .replaceWithVoid();
    }

    /** A parked mail gets all its attempts again, from now on. */
    Uni<Void> retry(String id) {
        return pool.preparedQuery(RETRY)
                .execute(Tuple.of(id))
                .invoke(queued -> {
                    if (queued.rowCount() == 0) {
                        throw NOT_FOUND.because("No mail that could still be sent is parked under this id.");
                    }
                })
                .replaceWithVoid();
    }

    /** To be tried again later, or parked after the last attempt. A newer attempt's word counts more. */
    Uni<Void> failed(DueMail mail, Throwable failure) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(mail.id(), mail.attempt(), ATTEMPTS, error(failure)))
                .replaceWithVoid();
    }

    /** Never to be tried again as it stands. */
    Uni<Void> park(DueMail mail, Throwable failure) {
        return pool.preparedQuery(PARKED)
                .execute(Tuple.of(mail.id(), error(failure)))
                .replaceWithVoid();
    }

    Uni<Page<MailView>> newestFirst(PageQuery query) {
        var before = query.after(2).orElse(Cursor.NEWEST);
        return pool.preparedQuery(NEWEST_FIRST)
                .mapping(MailView::of)
                .execute(Tuple.of(before.time(0), before.text(1), query.rows()))
                .map(found -> Page.of(found, query, MailView::position));
    }

    /** Wipes what has expired before it could be sent. */
    Uni<Integer> wipeExpired() {
        return pool.query(EXPIRE).execute().map(RowSet::rowCount);
    }

    /** Forgets what was settled so long ago, a thousand at most. */
    Uni<Integer> forget(Duration age) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(RowSet::rowCount);
    }

    private static String error(Throwable failure) {
        var message = failure.getMessage();
        var text = (message == null ? failure.getClass().getSimpleName() : message).replace('\0', ' ');
        return text.substring(0, Math.min(text.length(), ERROR_LENGTH));
    }
}
