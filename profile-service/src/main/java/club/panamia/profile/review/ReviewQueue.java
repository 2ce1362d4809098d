package club.panamia.profile.review;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
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
            SELECT p.id, p.version, p.submitted_at, p.review_reason, p.name, u.screenname,
                   CASE WHEN $4 THEN p.email END AS email, CASE WHEN $4 THEN p.phone_number END AS phone_number,
                   p.pronouns, p.locally_based, p.address_locality, p.descriptions, p.socials, p.categories, p.counties,
                   floor(extract(epoch FROM now() - p.submitted_at) / 3600)::int AS waiting_hours, h.submitted_before
              FROM profiles p
              LEFT JOIN users u ON u.id = p.user_id
              JOIN LATERAL (SELECT greatest(count(*) - 1, 0)::int AS submitted_before FROM internal.profile_history h
                             WHERE h.profile_id = p.id AND h.step = 'submitted') h ON true
             WHERE p.status = 'submitted' AND (p.submitted_at, p.id) > ($1, $2)
             ORDER BY p.submitted_at, p.id
             LIMIT $3
            """;

    private final Pool pool;

    ReviewQueue(Pool pool) {
        this.pool = pool;
    }

    /** How to reach a person is for administrators; a moderator reads the rest. */
    Uni<Page<ReviewItem>> page(Actor reader, PageQuery query) {
        return pool.preparedQuery(WAITING)
                .execute(values(reader, query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(ReviewItem::of)
                                .toList(),
                        query,
                        ReviewItem::position));
    }

    static Tuple values(Actor reader, PageQuery query) {
        var after = query.after(2);
        var time = after.map(cursor -> cursor.instant(0)).orElse(Instant.EPOCH);
        var id = after.map(cursor -> cursor.text(1)).orElse("");
        return Tuple.of(OffsetDateTime.ofInstant(time, ZoneOffset.UTC), id, query.rows(), reader.is(Roles.ADMIN));
    }
}
