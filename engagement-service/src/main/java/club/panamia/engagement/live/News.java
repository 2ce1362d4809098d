package club.panamia.engagement.live;

import static java.util.stream.Collectors.groupingBy;

import club.panamia.engagement.notification.NotificationView;
import club.panamia.engagement.person.PersonView;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;

/**
 * What everybody who listens at this process is told: one question for all of them, asked again and again while anybody listens.
 * It looks back a little each time, as a transaction shows its rows when it ends, not when it begins; a listener drops what they
 * had already.
 */
@Singleton
class News {

    private static final Logger LOG = Logger.getLogger(News.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int LOOKS_BUFFERED = 100;

    private static final String SINCE = """
            SELECT n.target, %s, %s
              FROM notifications n
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             WHERE n.target = ANY ($1) AND n.created_at > now() - interval '5 seconds' AND n.archived_at IS NULL
             ORDER BY n.created_at, n.id
            """.formatted(NotificationView.COLUMNS, PersonView.COLUMNS);

    /** Ids sort by creation, so that what was told last need not be there any more. */
    private static final String MISSED = """
            SELECT n.target, %s, %s
              FROM notifications n
              LEFT JOIN users u ON u.id = n.actor AND u.scrubbed_at IS NULL
             WHERE n.target = $1 AND n.id > $2 AND n.created_at > now() - interval '7 days' AND n.archived_at IS NULL
               AND (n.expires_at IS NULL OR n.expires_at > now())
             ORDER BY n.created_at, n.id
             LIMIT $3
            """.formatted(NotificationView.COLUMNS, PersonView.COLUMNS);

    private final Pool pool;
    private final Listeners listeners;
    private final Multi<Map<String, List<Row>>> looks;

    News(Pool pool, Listeners listeners) {
        this.pool = pool;
        this.listeners = listeners;
        this.looks = Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** What {@code userId} is told from now on, and was told in the moments before; now and then twice. */
    Multi<Row> of(String userId) {
        return looks.onOverflow()
                .buffer(LOOKS_BUFFERED)
                .onItem()
                .transformToIterable(found -> found.getOrDefault(userId, List.of()));
    }

    /** What {@code userId} was told after {@code last}, {@code most} at most. */
    Uni<List<Row>> missed(String userId, String last, int most) {
        return pool.preparedQuery(MISSED).execute(Tuple.of(userId, last, most)).map(News::list);
    }

    private Uni<Map<String, List<Row>>> look() {
        var people = listeners.people();
        return people.length == 0
                ? Uni.createFrom().item(Map.of())
                : pool.preparedQuery(SINCE)
                        .execute(Tuple.of((Object) people))
                        .map(rows -> list(rows).stream().collect(groupingBy(row -> row.getString("target"))))
                        .onFailure()
                        .invoke(failure -> LOG.warnf("Streams wait: %s", failure))
                        .onFailure()
                        .recoverWithItem(Map.of());
    }

    private static List<Row> list(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false).toList();
    }
}
