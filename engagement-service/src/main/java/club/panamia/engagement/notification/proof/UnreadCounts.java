package club.panamia.engagement.notification.proof;

import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of what people have not read, held against the rows. */
@ApplicationScoped
class UnreadCounts {

    static final int PORTION = 500;

    /** One statement sees one moment, in which number and rows belong together; so whoever differs here is counted wrongly. */
    private static final String COMPARE = """
            WITH people AS (
              SELECT id FROM users WHERE id > $1 ORDER BY id LIMIT $2
            ), actual AS (
              SELECT p.id, coalesce(jsonb_object_agg(n.context, n.unread) FILTER (WHERE n.context IS NOT NULL), '{}') AS contexts
                FROM people p
                LEFT JOIN LATERAL (
                  SELECT CAST(context AS text) AS context, count(*) AS unread FROM notifications
                   WHERE target = p.id AND NOT read AND archived_at IS NULL GROUP BY context) n ON true
               GROUP BY p.id
            )
            SELECT max(a.id) AS last, count(*) AS compared,
                   coalesce(array_agg(a.id ORDER BY a.id) FILTER (WHERE coalesce(c.contexts, '{}') <> a.contexts), '{}') AS wrong
              FROM actual a LEFT JOIN internal.unread_count c ON c.user_id = a.id
            """;

    /** Whoever writes at the same time waits from here on; what they had written before is seen by the next statement. */
    private static final String HOLD = """
            INSERT INTO internal.unread_count AS known (user_id) SELECT id FROM users WHERE id = :person
            ON CONFLICT (user_id) DO UPDATE SET contexts = known.contexts
            """;

    private static final String COUNT_ANEW = """
            UPDATE internal.unread_count SET contexts = (
              SELECT coalesce(jsonb_object_agg(n.context, n.unread), '{}')
                FROM (SELECT CAST(context AS text) AS context, count(*) AS unread FROM notifications
                       WHERE target = :person AND NOT read AND archived_at IS NULL GROUP BY context) n)
             WHERE user_id = :person
            """;

    private final Pool pool;

    UnreadCounts(Pool pool) {
        this.pool = pool;
    }

    /**
     * Some people, in the order of their ids.
     *
     * @param last null where nobody is left
     */
    record Compared(@Nullable String last, long people, List<String> wrong) {

        static Compared of(Row row) {
            return new Compared(
                    row.getString("last"), row.getLong("compared"), List.of(row.getArrayOfStrings("wrong")));
        }
    }

    /** Those who come after {@code last}. */
    Uni<Compared> compare(String last) {
        return pool.preparedQuery(COMPARE)
                .mapping(Compared::of)
                .execute(Tuple.of(last, PORTION))
                .map(rows -> rows.iterator().next());
    }

    @WithTransaction
    Uni<Void> countAnew(String person) {
        return change(HOLD, person).chain(() -> change(COUNT_ANEW, person)).replaceWithVoid();
    }

    private static Uni<Integer> change(String statement, String person) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(statement)
                        .setParameter("person", person)
                        .executeUpdate());
    }
}
