package club.panamia.engagement.unsubscribe;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;

/** Ends mail; again does nothing. Whoever is gone has none. */
@Singleton
class Subscriptions {

    private static final String CATEGORY = """
            INSERT INTO internal.notification_preference (user_id, category, channel, wanted)
            SELECT id, $2, 'email', false FROM users WHERE id = $1 AND scrubbed_at IS NULL
            ON CONFLICT (user_id, category, channel) DO UPDATE SET wanted = false
            """;

    private static final String EVERYTHING = """
            INSERT INTO internal.notification_setting (user_id, digest)
            SELECT id, 'off' FROM users WHERE id = $1 AND scrubbed_at IS NULL
            ON CONFLICT (user_id) DO UPDATE SET digest = 'off'
            """;

    /** What waits is not mailed either. */
    private static final String WITHHOLD = """
            UPDATE internal.notification_delivery SET state = 'withheld', reason = $3
             WHERE user_id = $1 AND state = 'queued' AND (CAST($2 AS text) IS NULL OR category = $2)
               AND category NOT IN ('security', 'moderation')
            """;

    private final Pool pool;

    Subscriptions(Pool pool) {
        this.pool = pool;
    }

    Uni<Void> end(UnsubscribeTokens.Subscription subscription) {
        var person = subscription.userId();
        return subscription.everything()
                ? pool.preparedQuery(EVERYTHING)
                        .execute(Tuple.of(person))
                        .chain(() -> pool.preparedQuery(WITHHOLD).execute(Tuple.of(person, null, "digest-off")))
                        .replaceWithVoid()
                : pool.preparedQuery(CATEGORY)
                        .execute(Tuple.of(person, subscription.category()))
                        .chain(() -> pool.preparedQuery(WITHHOLD)
                                .execute(Tuple.of(person, subscription.category(), "not-wanted")))
                        .replaceWithVoid();
    }
}
