package club.panamia.profile.review;

import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.stream.StreamSupport;

/** What waits for review, oldest first. */
@Singleton
class ReviewQueue {

    static final String WAITING = """
            SELECT p.id, p.version, p.submitted_at, p.review_reason, p.name, u.screenname, p.email, p.phone_number,
                   p.pronouns, p.locally_based, p.address_locality, p.descriptions, p.socials, p.categories, p.counties
              FROM profiles p
              LEFT JOIN users u ON u.id = p.user_id
             WHERE p.status = 'submitted' AND (p.submitted_at, p.id) > ($1, $2)
             ORDER BY p.submitted_at, p.id
             LIMIT $3
            """;

    private final Pool pool;

    ReviewQueue(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<ReviewItem>> page(PageQuery query) {
        return pool.preparedQuery(WAITING)
                .execute(values(query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ReviewItem::of)
                                .toList(),
                        query,
                        ReviewItem::position));
    }

    static Tuple values(PageQuery query) {
        var after = query.after(2);
        var time = after.map(cursor -> cursor.instant(0)).orElse(Instant.EPOCH);
        var id = after.map(cursor -> cursor.text(1)).orElse("");
        return Tuple.of(OffsetDateTime.ofInstant(time, ZoneOffset.UTC), id, query.rows());
    }
}
