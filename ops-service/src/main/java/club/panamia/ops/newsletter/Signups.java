package club.panamia.ops.newsletter;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** Everybody who ever asked for the newsletter and was not forgotten. */
@ApplicationScoped
class Signups {

    private static final String NEWEST_FIRST = """
            SELECT id, created_at, email, name, signup_type::text AS signup_type, locale, confirmed_at, unsubscribed_at
              FROM newsletter_signups
             WHERE (created_at, id) < ($1, $2)
               AND CASE $3 WHEN 'reading' THEN confirmed_at IS NOT NULL AND unsubscribed_at IS NULL
                           WHEN 'waiting' THEN confirmed_at IS NULL AND unsubscribed_at IS NULL
                           WHEN 'left' THEN unsubscribed_at IS NOT NULL
                           ELSE true END
               AND ($4 = '' OR signup_type::text = $4)
               AND lower(email) LIKE lower($5)
             ORDER BY created_at DESC, id DESC
             LIMIT $6
            """;

    private final Pool pool;

    Signups(Pool pool) {
        this.pool = pool;
    }

    Uni<Page<SignupView>> page(SignupQuery query) {
        return rows(query, query.after(2).orElse(Cursor.NEWEST), query.rows())
                .map(found -> Page.of(found, query, SignupView::position));
    }

    Uni<List<SignupView>> rows(SignupQuery query, Cursor before, int count) {
        return pool.preparedQuery(NEWEST_FIRST)
                .mapping(SignupView::of)
                .execute(
                        Tuple.of(before.time(0), before.text(1), query.state(), query.type(), query.beginning(), count))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
