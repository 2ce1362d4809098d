package club.panamia.ops.contactbook;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What the contact book should say, and what of it has been told. */
@ApplicationScoped
public class Contacts {

    /** Everybody whom the book should know: by lower-case address, with lists $1 to $4. */
    private static final String SOURCE = """
            WITH said AS (
              SELECT lower(email) AS email, name, 1 AS rank, ARRAY[$1, $4]::int[] AS lists
                FROM profiles WHERE email IS NOT NULL AND user_id IS NOT NULL
              UNION ALL
              SELECT lower(email), name, 2, ARRAY[$1, $2]::int[]
                FROM newsletter_signups WHERE confirmed_at IS NOT NULL AND unsubscribed_at IS NULL
              UNION ALL
              SELECT lower(email), name, 3, ARRAY[$1, $3]::int[]
                FROM contact_submissions WHERE quarantined_for IS NULL
            ), source AS (
              SELECT said.email, left((array_agg(said.name ORDER BY said.rank) FILTER (WHERE said.name <> ''))[1], 100) AS name,
                     array_agg(DISTINCT list ORDER BY list) AS list_ids
                FROM said, unnest(said.lists) AS list
               GROUP BY said.email
            )
            """;

    /**
     * Who has left, wherever and however often it was told, is barred until they have asked for mail again after that. Whoever
     * is lent stays so: what was told of them and not answered may come to pass until the loan is over.
     */
    private static final String WISH = SOURCE + """
            , wanted AS (
              SELECT s.email, s.name, s.list_ids,
                     coalesce(n.unsubscribed_at IS NOT NULL, false)
                       OR coalesce(greatest(m.bounced_at, m.complained_at) > coalesce(m.lifted_at, '-infinity'), false)
                       OR coalesce(b.left_at >= coalesce(n.confirmed_at, '-infinity'), false) AS barred,
                     b.id IS NULL OR b.gone AS fresh, b.name AS old_name, b.list_ids AS old_lists, b.barred AS old_barred
                FROM source s
                LEFT JOIN newsletter_signups n ON lower(n.email) = s.email
                LEFT JOIN internal.mail_suppression m ON m.address = s.email
                LEFT JOIN brevo_contacts b ON lower(b.email) = s.email
            )
            INSERT INTO brevo_contacts AS known (email, name, list_ids, barred)
            SELECT email, name, list_ids, barred FROM wanted
             WHERE fresh OR (name, list_ids, barred) IS DISTINCT FROM (old_name, old_lists, old_barred)
             ORDER BY email LIMIT 1000
            ON CONFLICT (lower(email)) DO UPDATE SET
              name = excluded.name, list_ids = excluded.list_ids, barred = excluded.barred, gone = false,
              wish = known.wish + 1, synced_at = NULL, attempts = 0,
              due_at = CASE WHEN known.synced_at IS NULL THEN greatest(known.due_at, now()) ELSE now() END
            """;

    private static final String UNWISH = SOURCE + """
            UPDATE brevo_contacts
               SET gone = true, wish = wish + 1, synced_at = NULL, attempts = 0,
                   due_at = CASE WHEN synced_at IS NULL THEN greatest(due_at, now()) ELSE now() END
             WHERE id IN (SELECT b.id FROM brevo_contacts b
                           WHERE NOT b.gone AND NOT EXISTS (SELECT FROM source s WHERE s.email = lower(b.email)) LIMIT 1000)
            """;

    /** Taking is lending, and noting what may be there from now on: also when no answer ever comes. */
    private static final String TAKE = """
            WITH due AS (
              SELECT id FROM brevo_contacts WHERE synced_at IS NULL AND due_at <= now()
               ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED
            )
            UPDATE brevo_contacts b
               SET due_at = now() + interval '5 minutes', attempts = b.attempts + 1, barred_there = b.barred_there OR b.barred,
                   lists_there = ARRAY(SELECT DISTINCT unnest(b.lists_there || b.list_ids) ORDER BY 1)
              FROM due WHERE b.id = due.id
            RETURNING b.id, b.email, b.name, b.list_ids, b.lists_there, b.barred, b.barred_there, b.gone, b.wish
            """;

    /** Whoever is wanted otherwise by now is told again. */
    private static final String TOLD = """
            UPDATE brevo_contacts b
               SET synced_at = now(), lists_there = b.list_ids, barred_there = b.barred, attempts = 0, error = NULL,
                   brevo_id = coalesce(told.number, b.brevo_id)
              FROM unnest($1::text[], $2::int[], $3::bigint[]) AS told (id, wish, number)
             WHERE b.id = told.id AND b.wish = told.wish
            """;

    private static final String DELETED = "DELETE FROM brevo_contacts WHERE id = $1 AND wish = $2 AND gone";

    /** A minute, then twice as long each time, up to a day. */
    private static final String FAILED = """
            UPDATE brevo_contacts
               SET error = left($2, 500), due_at = now() + least(interval '1 day', interval '30 seconds' * power(2, least(attempts, 12)))
             WHERE id = ANY ($1) AND synced_at IS NULL
            """;

    private static final String POSTPONE = """
            UPDATE brevo_contacts SET due_at = now() + make_interval(secs => $2), attempts = greatest(attempts - 1, 0)
             WHERE id = ANY ($1) AND synced_at IS NULL
            """;

    private static final String LEFT = """
            UPDATE brevo_contacts SET left_at = greatest(left_at, least($2, now())), barred_there = true WHERE lower(email) = $1
            """;

    private final Pool pool;

    Contacts(Pool pool) {
        this.pool = pool;
    }

    /** Compares with what people have told us; how many are wanted otherwise now, a thousand of each kind at most. */
    Uni<Integer> wish(Tuple lists) {
        return pool.preparedQuery(WISH)
                .execute(lists)
                .map(RowSet::rowCount)
                .chain(wished ->
                        pool.preparedQuery(UNWISH).execute(lists).map(unwished -> wished + unwished.rowCount()));
    }

    Uni<List<Contact>> take(int count) {
        return pool.preparedQuery(TAKE)
                .mapping(Contact::of)
                .execute(Tuple.of(count))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }

    Uni<Integer> told(List<Contact> contacts, Map<String, Long> numbers) {
        return pool.preparedQuery(TOLD)
                .execute(Tuple.of(
                        ids(contacts),
                        contacts.stream().map(Contact::wish).toArray(Integer[]::new),
                        contacts.stream()
                                .map(contact -> number(contact, numbers))
                                .toArray(Long[]::new)))
                .replaceWith(contacts.size());
    }

    Uni<Integer> deleted(Contact contact) {
        return pool.preparedQuery(DELETED)
                .execute(Tuple.of(contact.id(), contact.wish()))
                .replaceWith(1);
    }

    Uni<Void> failed(List<Contact> contacts, Throwable failure) {
        return pool.preparedQuery(FAILED)
                .execute(Tuple.of(ids(contacts), String.valueOf(failure.getMessage())))
                .replaceWithVoid();
    }

    /** Those of them who have not been told yet are due later; how many have been. */
    Uni<Integer> postpone(List<Contact> contacts, Duration wait) {
        return pool.preparedQuery(POSTPONE)
                .execute(Tuple.of(ids(contacts), wait.toMillis() / 1000.0))
                .map(rows -> contacts.size() - rows.rowCount());
    }

    /** Somebody has unsubscribed at the provider, which bars them there by itself; told late or twice it comes to the same. */
    public Uni<Void> left(String address, Instant at) {
        return pool.preparedQuery(LEFT)
                .execute(Tuple.of(address.toLowerCase(Locale.ROOT), at.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    private static @Nullable Long number(Contact contact, Map<String, Long> numbers) {
        return numbers.get(contact.email());
    }

    private static String[] ids(List<Contact> contacts) {
        return contacts.stream().map(Contact::id).toArray(String[]::new);
    }
}
