package club.panamia.profile.history;

import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** What was done about a profile, the latest first. */
@Singleton
class History {

    static final String OF_ONE = """
            SELECT h.id, h.created_at, h.step, h.actor_id, u.screenname, h.subject, h.reason
              FROM internal.profile_history h
              LEFT JOIN users u ON u.id = h.actor_id
             WHERE h.profile_id = $1 AND h.id < $2
             ORDER BY h.id DESC
             LIMIT $3
            """;

    /** Sorts after every id: they begin with an earlier letter. */
    private static final String LAST = "z";

    private final Pool pool;

    History(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<HistoryEntry>> page(String profileId, PageQuery query) {
        return pool.preparedQuery(OF_ONE)
                .execute(values(profileId, query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(HistoryEntry::of)
                                .toList(),
                        query,
                        HistoryEntry::position));
    }

    static Tuple values(String profileId, PageQuery query) {
        var before = query.after(1).map(cursor -> cursor.text(0)).orElse(LAST);
        return Tuple.of(profileId, before, query.rows());
    }
}
