package club.panamia.ops.suppression;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of addresses. All news merge in any order and any number to the same. */
@ApplicationScoped
public class Suppressions {

    /** News whose key is known say nothing new. Nothing happens later than now, whatever a provider's clock says. */
    private static final String HEAR = """
            WITH heard AS (
              INSERT INTO internal.webhook_call (key) VALUES ($1) ON CONFLICT (key) DO NOTHING RETURNING key
            )
            INSERT INTO internal.mail_suppression AS known (address, bounced_at, complained_at)
            SELECT $2, CASE WHEN $3::timestamptz IS NOT NULL THEN least($3, now()) END,
                   CASE WHEN $4::timestamptz IS NOT NULL THEN least($4, now()) END
              FROM heard
            ON CONFLICT (address) DO UPDATE SET
              bounced_at = greatest(known.bounced_at, excluded.bounced_at),
              complained_at = greatest(known.complained_at, excluded.complained_at)
            """;

    private static final String BOUNCED = """
            INSERT INTO internal.mail_suppression AS known (address, bounced_at) VALUES ($1, now())
            ON CONFLICT (address) DO UPDATE SET bounced_at = greatest(known.bounced_at, excluded.bounced_at)
            """;

    private static final String LIFT = "UPDATE internal.mail_suppression SET lifted_at = now() WHERE id = $1";

    private static final String ALL = """
            SELECT id, address, created_at, bounced_at, complained_at, lifted_at
              FROM internal.mail_suppression
             WHERE id < $1
             ORDER BY id DESC
             LIMIT $2
            """;

    private static final String FORGET_CALLS =
            "DELETE FROM internal.webhook_call WHERE created_at < now() - make_interval(secs => $1)";

    private static final String LATEST = "~";

    private final Pool pool;

    Suppressions(Pool pool) {
        this.pool = pool;
    }

    /** A provider's news, under a key of its own. */
    public Uni<Void> hear(String key, String address, @Nullable Instant bouncedAt, @Nullable Instant complainedAt) {
        return pool.preparedQuery(HEAR)
                .execute(Tuple.of(
                        key,
                        address.toLowerCase(Locale.ROOT),
                        bouncedAt == null ? null : bouncedAt.atOffset(ZoneOffset.UTC),
                        complainedAt == null ? null : complainedAt.atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }

    /** A mail server has said just now that there is no such mailbox. */
    public Uni<Void> bounced(String address) {
        return pool.preparedQuery(BOUNCED)
                .execute(Tuple.of(address.toLowerCase(Locale.ROOT)))
                .replaceWithVoid();
    }

    /** What has happened until now does not count any more. */
    Uni<Void> lift(String id) {
        return pool.preparedQuery(LIFT)
                .execute(Tuple.of(id))
                .invoke(lifted -> {
                    if (lifted.rowCount() == 0) {
                        throw NOT_FOUND.because("No address is known under this id.");
                    }
                })
                .replaceWithVoid();
    }

    Uni<Page<SuppressionView>> newestFirst(PageQuery query) {
        var before = query.after(1).map(cursor -> cursor.text(0)).orElse(LATEST);
        return pool.preparedQuery(ALL)
                .mapping(SuppressionView::of)
                .execute(Tuple.of(before, query.rows()))
                .map(found -> Page.of(found, query, view -> Cursor.of(view.id())));
    }

    /** Providers repeat themselves for some days, not for longer. */
    public Uni<Integer> forgetCalls(java.time.Duration age) {
        return pool.preparedQuery(FORGET_CALLS)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(rows -> rows.rowCount());
    }
}
