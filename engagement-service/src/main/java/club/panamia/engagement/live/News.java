package club.panamia.engagement.live;

import static java.util.stream.Collectors.groupingBy;

import club.panamia.engagement.notification.NotificationView;
import club.panamia.engagement.notification.UnreadCount;
import club.panamia.engagement.person.PersonView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * What is asked for all who listen together, however many they are. It looks back a little each time, as a transaction shows its
 * rows when it ends, not when it begins.
 */
@Singleton
class News {

    /** Whatever is told, read or put away moves the number on the bell. */
    private static final String CHANGED = """
            SELECT user_id, updated_at FROM internal.unread_count
             WHERE user_id = ANY ($1) AND updated_at > now() - interval '5 seconds'
            """;

    private static final String RECENT = """
            SELECT n.target, %s, %s
              FROM notifications n
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             WHERE n.target = ANY ($1) AND n.created_at > now() - interval '5 seconds' AND n.archived_at IS NULL
             ORDER BY n.created_at, n.id
            """.formatted(NotificationView.COLUMNS, PersonView.COLUMNS);

    /** Ids sort by creation, so that what was told last need not be there any more. */
    private static final String MISSED = """
            SELECT w.place, %s, %s
              FROM unnest(CAST($1 AS text[]), CAST($2 AS text[]), CAST($3 AS timestamptz[]))
                   WITH ORDINALITY AS w (person, last, since, place)
             CROSS JOIN LATERAL (
               SELECT * FROM notifications m
                WHERE m.target = w.person AND m.id > w.last AND m.created_at > w.since AND m.archived_at IS NULL
                  AND (m.expires_at IS NULL OR m.expires_at > now())
                ORDER BY m.created_at, m.id
                LIMIT $4) n
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             ORDER BY n.created_at, n.id
            """.formatted(NotificationView.COLUMNS, PersonView.COLUMNS);

    /** Without what has expired since the last sweep. */
    private static final String UNREAD = """
            SELECT counted.key, CAST(counted.value AS bigint) - (
                     SELECT count(*) FROM notifications n
                      WHERE n.target = c.user_id AND NOT n.read AND n.archived_at IS NULL AND n.expires_at <= now()
                        AND CAST(n.context AS text) = counted.key) AS unread, c.user_id
              FROM internal.unread_count c, jsonb_each_text(c.contexts) AS counted
             WHERE c.user_id = ANY ($1)
            """;

    private final Pool pool;

    News(Pool pool) {
        this.pool = pool;
    }

    /** Whose number moved in the moments before, and when. */
    Uni<Map<String, OffsetDateTime>> changed(String[] people) {
        return pool.preparedQuery(CHANGED).execute(Tuple.of((Object) people)).map(News::times);
    }

    /** What they were told in the moments before, in order. */
    Uni<List<Row>> recent(String[] people) {
        return pool.preparedQuery(RECENT)
                .execute(Tuple.of((Object) people))
                .map(rows -> stream(rows).toList());
    }

    Uni<Map<String, UnreadCount>> unread(String[] people) {
        return pool.preparedQuery(UNREAD).execute(Tuple.of((Object) people)).map(rows -> counts(people, rows));
    }

    /** For each stream what was told after what it heard last, one more than is told again at most. */
    Uni<List<List<Row>>> missed(List<Ear> ears, Instant now) {
        if (ears.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        var people = ears.stream().map(Ear::userId).toArray(String[]::new);
        var last = ears.stream().map(Ear::last).toArray(String[]::new);
        var since = Arrays.stream(last).map(id -> Moment.of(id, now)).toArray(OffsetDateTime[]::new);
        return pool.preparedQuery(MISSED)
                .execute(Tuple.of(people, last, since, Ear.REPLAYED + 1))
                .map(rows -> byPlace(rows, ears.size()));
    }

    private static Map<String, OffsetDateTime> times(RowSet<Row> rows) {
        return stream(rows)
                .collect(Collectors.toMap(row -> row.getString("user_id"), row -> row.getOffsetDateTime("updated_at")));
    }

    private static List<List<Row>> byPlace(RowSet<Row> rows, int places) {
        var found = stream(rows).collect(groupingBy(row -> row.getLong("place")));
        return LongStream.rangeClosed(1, places)
                .mapToObj(place -> found.getOrDefault(place, List.of()))
                .toList();
    }

    private static Map<String, UnreadCount> counts(String[] people, RowSet<Row> rows) {
        var found = stream(rows).collect(groupingBy(row -> row.getString("user_id")));
        return Arrays.stream(people)
                .collect(Collectors.toMap(
                        Function.identity(), person -> UnreadCount.of(found.getOrDefault(person, List.of()))));
    }

    private static Stream<Row> stream(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false);
    }
}
