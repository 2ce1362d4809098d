package club.panamia.mentoring.calendar;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The secrets that open people's calendars; each is one statement. */
@Singleton
class Feeds {

    private static final String OPEN = """
            INSERT INTO internal.calendar_feed (user_id, secret_hash) VALUES ($1, $2)
            ON CONFLICT (user_id) DO UPDATE SET secret_hash = excluded.secret_hash, created_at = now()
            """;

    private static final String CLOSE = "DELETE FROM internal.calendar_feed WHERE user_id = $1";

    private static final String SINCE = "SELECT created_at FROM internal.calendar_feed WHERE user_id = $1";

    private final Pool pool;
    private final Tokens tokens;

    Feeds(Pool pool, Tokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    /** A new secret, shown this once; the former one opens nothing any more. */
    Uni<String> open(Actor owner) {
        var secret = Tokens.newToken();
        return pool.preparedQuery(OPEN)
                .execute(Tuple.of(owner.userId(), tokens.hash(secret)))
                .replaceWith(secret);
    }

    Uni<Void> close(Actor owner) {
        return pool.preparedQuery(CLOSE).execute(Tuple.of(owner.userId())).replaceWithVoid();
    }

    /** Since when there is one; null where there is none. */
    Uni<@Nullable Instant> since(Actor owner) {
        return pool.preparedQuery(SINCE)
                .execute(Tuple.of(owner.userId()))
                .map(rows -> rows.size() == 0
                        ? null
                        : rows.iterator().next().getOffsetDateTime(0).toInstant());
    }
}
