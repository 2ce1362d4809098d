package club.panamia.engagement.mail;

import club.panamia.engagement.notification.NotificationView;
import club.panamia.engagement.person.PersonView;
import club.panamia.engagement.preference.NotificationSettings;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What waits to be mailed, and what became of it. */
@Singleton
class MailQueue {

    private static final int AT_ONCE = 200;

    /** Longer than a mail takes to write; whoever dies meanwhile leaves it to others after that. */
    private static final Duration LOAN = Duration.ofMinutes(5);

    /**
     * Takes on loan all that is due for the person who waits longest: it is due again when the loan ends. Two processes that see
     * the same person take turns at the rows, and the second finds that nothing is due any more.
     */
    private static final String TAKE = """
            WITH next AS (
              SELECT user_id FROM internal.notification_delivery
               WHERE state = 'queued' AND due_at <= $1 ORDER BY due_at, id LIMIT 1
            ), theirs AS (
              SELECT d.id FROM internal.notification_delivery d JOIN next ON next.user_id = d.user_id
               WHERE d.state = 'queued' AND d.due_at <= $1 ORDER BY d.id LIMIT %d FOR UPDATE OF d
            ), taken AS (
              UPDATE internal.notification_delivery d SET due_at = $2 FROM theirs WHERE d.id = theirs.id
              RETURNING d.id, d.user_id, d.created_at, d.category, d.notification_id
            )
            SELECT d.id AS delivery_id, d.user_id, d.created_at AS since, d.category, coalesce(e.wanted, true) AS wanted, %s, %s,
                   CASE WHEN r.email_proven_at IS NOT NULL AND r.scrubbed_at IS NULL AND r.locked_at IS NULL THEN r.email END AS address,
                   coalesce(p.mail_locale, 'en') AS mail_locale,
                   s.digest, s.digest_hour, s.digest_day, s.zone, s.quiet_from, s.quiet_until, s.paused_until, s.followers,
                   s.listable
              FROM taken d
              JOIN users r ON r.id = d.user_id
              LEFT JOIN profiles p ON p.user_id = r.id
              LEFT JOIN internal.notification_setting s ON s.user_id = r.id
              LEFT JOIN internal.notification_preference e
                ON e.user_id = r.id AND e.category = d.category AND e.channel = 'email'
              LEFT JOIN notifications n ON n.id = d.notification_id
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             ORDER BY d.created_at, d.id
            """.formatted(AT_ONCE, NotificationView.COLUMNS, PersonView.COLUMNS);

    private static final String POSTPONE = """
            UPDATE internal.notification_delivery SET due_at = $2 WHERE id = ANY ($1) AND state = 'queued'
            """;

    private static final String SETTLE = """
            UPDATE internal.notification_delivery SET state = :state, reason = CAST(:reason AS text)
             WHERE id = ANY (string_to_array(CAST(:ids AS text), ',')) AND state = 'queued'
            """;

    private static final String SAY_SENT = """
            UPDATE notifications n SET email_sent = true, email_sent_at = now()
              FROM internal.notification_delivery d
             WHERE d.notification_id = n.id AND d.id = ANY (string_to_array(CAST(:ids AS text), ',')) AND NOT n.email_sent
            """;

    private final Pool pool;

    MailQueue(Pool pool) {
        this.pool = pool;
    }

    Uni<Optional<Waiting>> take(Instant now) {
        return pool.preparedQuery(TAKE)
                .execute(Tuple.of(now.atOffset(ZoneOffset.UTC), now.plus(LOAN).atOffset(ZoneOffset.UTC)))
                .map(MailQueue::waiting);
    }

    Uni<Void> postpone(List<String> ids, Instant until) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(ids.toArray(String[]::new), until.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** In the caller's transaction; fails where a loan ended and another process was faster, so that nothing is mailed twice. */
    Uni<Void> settle(List<String> ids, String state, @Nullable String reason) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(SETTLE)
                        .setParameter("ids", String.join(",", ids))
                        .setParameter("state", state)
                        .setParameter("reason", reason)
                        .executeUpdate())
                .invoke(settled -> requireAll(settled, ids))
                .replaceWithVoid();
    }

    /** In the caller's transaction: the notifications say so themselves, too. */
    Uni<Void> saySent(List<String> ids) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(SAY_SENT)
                        .setParameter("ids", String.join(",", ids))
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static void requireAll(int settled, List<String> ids) {
        if (settled != ids.size()) {
            throw new IllegalStateException("another process mails this already");
        }
    }

    private static Optional<Waiting> waiting(RowSet<Row> rows) {
        if (rows.size() == 0) {
            return Optional.empty();
        }
        var first = rows.iterator().next();
        var language = Locale.of(first.getString("mail_locale"));
        return Optional.of(new Waiting(
                first.getString("user_id"),
                first.getString("address"),
                language,
                NotificationSettings.of(first),
                StreamSupport.stream(rows.spliterator(), false)
                        .map(row -> Due.of(row, language))
                        .toList()));
    }
}
