package club.panamia.social.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What is new for everybody who listens at this process: one small question, asked again and again while anybody listens, and
 * where something is new another for all of them. It looks back a little each time, as a transaction shows its rows when it ends,
 * not when it begins.
 */
@Singleton
class News {

    private static final Logger LOG = Logger.getLogger(News.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final int LOOKS_BUFFERED = 100;

    static final String FRESH = """
            (SELECT s.id, greatest(s.created_at, s.published) AS at FROM social_statuses s
              WHERE greatest(s.created_at, s.published) > now() - interval '5 seconds' AND NOT s.is_draft
              ORDER BY greatest(s.created_at, s.published), s.id LIMIT 1000)
            UNION ALL
            (SELECT b.id, b.created_at FROM internal.boost b WHERE b.created_at > now() - interval '5 seconds'
              ORDER BY b.created_at, b.id LIMIT 1000)
            ORDER BY at, id
            """;

    /** Whoever was away for longer reads the lists. */
    static final String SINCE = """
            WITH last AS (
              SELECT greatest(created_at, published) AS at, id FROM social_statuses
               WHERE id = $1 AND greatest(created_at, published) > now() - interval '20 minutes'
              UNION ALL
              SELECT created_at, id FROM internal.boost WHERE id = $1 AND created_at > now() - interval '20 minutes'
            ), missed AS (
              (SELECT s.id, greatest(s.created_at, s.published) AS at FROM social_statuses s
                WHERE (greatest(s.created_at, s.published), s.id) > ((SELECT at FROM last), (SELECT id FROM last))
                  AND NOT s.is_draft
                ORDER BY greatest(s.created_at, s.published), s.id LIMIT $2)
              UNION ALL
              (SELECT b.id, b.created_at FROM internal.boost b
                WHERE (b.created_at, b.id) > ((SELECT at FROM last), (SELECT id FROM last))
                ORDER BY b.created_at, b.id LIMIT $2)
            )
            SELECT (SELECT at FROM last) AS at, ARRAY(SELECT id FROM missed ORDER BY missed.at, id LIMIT $2) AS ids
            """;

    private final Pool pool;
    private final Hearing hearing;
    private final Listeners listeners;
    private final Window window = new Window();
    private final Multi<List<Map<String, List<Told>>>> looks;

    News(Pool pool, Hearing hearing, Listeners listeners) {
        this.pool = pool;
        this.hearing = hearing;
        this.listeners = listeners;
        this.looks = Multi.createFrom()
                .ticks()
                .every(BETWEEN_LOOKS)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> look())
                .filter(told -> !told.isEmpty())
                .broadcast()
                .withCancellationAfterLastSubscriberDeparture()
                .toAllSubscribers();
    }

    /** What {@code userId} hears from now on, and heard in the moments before; for a while again and again. */
    Multi<Told> of(String userId) {
        return looks.onOverflow().buffer(LOOKS_BUFFERED).onItem().transformToIterable(told -> of(userId, told));
    }

    private static List<Told> of(String userId, List<Map<String, List<Told>>> told) {
        return told.stream()
                .flatMap(batch -> batch.getOrDefault(userId, List.of()).stream())
                .toList();
    }

    /** What appeared after {@code last}, {@code most} at most. */
    Uni<Missed> missed(String last, int most) {
        return pool.preparedQuery(SINCE).execute(Tuple.of(last, most)).map(News::missed);
    }

    private static Missed missed(RowSet<Row> rows) {
        var row = rows.iterator().next();
        return new Missed(row.getOffsetDateTime("at"), Arrays.asList(row.getArrayOfStrings("ids")));
    }

    private Uni<List<Map<String, List<Told>>>> look() {
        return pool.preparedQuery(FRESH)
                .execute()
                .map(News::ids)
                .map(window::unknown)
                .call(ids -> ids.isEmpty() ? Uni.createFrom().voidItem() : tell(ids))
                .onFailure()
                .invoke(failure -> LOG.warnf("Streams wait: %s", failure))
                .onFailure()
                .recoverWithNull()
                .map(done -> window.told());
    }

    private static List<String> ids(RowSet<Row> rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.getString("id"))
                .toList();
    }

    private Uni<Void> tell(List<String> ids) {
        return hearing.of(listeners.people(), ids)
                .invoke(told -> window.add(ids, told))
                .replaceWithVoid();
    }

    /**
     * What somebody may have missed.
     *
     * @param since when the last one appeared that they know; null where that is too long ago, or it is gone
     */
    record Missed(@Nullable OffsetDateTime since, List<String> ids) {}
}
