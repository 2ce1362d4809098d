package club.panamia.mentoring.mentor;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.stream.StreamSupport;

/** Everybody who has mentoring switched on, shows a profile and can be asked. */
@Singleton
class Mentors {

    /** Named columns only: what is not listed here cannot leave. */
    static final String OTHERS = """
            SELECT u.id, p.id AS profile_id, u.screenname, p.name, u.image, p.address_locality, p.mentoring
              FROM profiles p
              JOIN users u ON u.id = p.user_id
             WHERE p.active AND p.mentoring @> '{"enabled": true}'
               AND u.id <> $1 AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
               AND p.id > $2
             ORDER BY p.id
             LIMIT $3
            """;

    private final Pool pool;

    Mentors(Pool pool) {
        this.pool = pool;
    }

    /** Those whom the actor can ask, the longest-standing first. */
    Uni<Page<MentorView>> otherThan(Actor actor, PageQuery query) {
        return pool.preparedQuery(OTHERS)
                .execute(values(actor.userId(), query))
                .map(rows -> Page.of(
                        StreamSupport.stream(rows.spliterator(), false)
                                .map(MentorView::of)
                                .toList(),
                        query,
                        MentorView::position));
    }

    static Tuple values(String userId, PageQuery query) {
        var after = query.after(1).map(cursor -> cursor.text(0)).orElse("");
        return Tuple.of(userId, after, query.rows());
    }
}
