package club.panamia.engagement.preference;

import static club.panamia.engagement.preference.PreferenceProblem.CANNOT_BE_DECLINED;
import static club.panamia.engagement.preference.PreferenceProblem.NO_SUCH_CATEGORY;

import club.panamia.engagement.notice.Category;
import club.panamia.kernel.identity.Actor;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** What people said that they want to be told: rows without a state of their own, each change one statement. */
@Singleton
class Preferences {

    private static final String SAID = """
            SELECT p.category || ' ' || p.channel AS declined, s.digest, s.digest_hour, s.digest_day, s.zone, s.quiet_from,
                   s.quiet_until, s.paused_until, s.followers, s.listable
              FROM (SELECT CAST($1 AS text) AS id) AS person
              LEFT JOIN internal.notification_setting s ON s.user_id = person.id
              LEFT JOIN internal.notification_preference p ON p.user_id = person.id AND NOT p.wanted
            """;

    private static final String SAY = """
            INSERT INTO internal.notification_preference (user_id, category, channel, wanted)
            VALUES ($1, $2, 'inApp', $3), ($1, $2, 'email', $4)
            ON CONFLICT (user_id, category, channel) DO UPDATE SET wanted = excluded.wanted
            """;

    private static final String SET = """
            INSERT INTO internal.notification_setting (user_id, digest, digest_hour, digest_day, zone, quiet_from, quiet_until,
                                                       paused_until, followers, listable)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
            ON CONFLICT (user_id) DO UPDATE SET
              digest = excluded.digest, digest_hour = excluded.digest_hour, digest_day = excluded.digest_day,
              zone = excluded.zone, quiet_from = excluded.quiet_from, quiet_until = excluded.quiet_until,
              paused_until = excluded.paused_until, followers = excluded.followers, listable = excluded.listable
            """;

    private final Pool pool;

    Preferences(Pool pool) {
        this.pool = pool;
    }

    Uni<PreferencesView> of(Actor person) {
        return pool.preparedQuery(SAID).execute(Tuple.of(person.userId())).map(PreferencesView::of);
    }

    Uni<Void> say(Actor person, String label, CategoryWish wish) {
        var category = Category.of(label)
                .orElseThrow(() -> NO_SUCH_CATEGORY.because("There is no category of this name to decline."));
        if (!category.optional() && !(wish.inApp() && wish.email())) {
            throw CANNOT_BE_DECLINED.because("What happens to your account and your articles, you are always told.");
        }
        return pool.preparedQuery(SAY)
                .execute(Tuple.of(person.userId(), category.label(), wish.inApp(), wish.email()))
                .replaceWithVoid();
    }

    Uni<Void> set(Actor person, NotificationSettings settings) {
        return pool.preparedQuery(SET)
                .execute(Tuple.tuple()
                        .addString(person.userId())
                        .addString(settings.digest())
                        .addInteger(settings.digestHour())
                        .addInteger(settings.digestDay())
                        .addString(settings.zone())
                        .addLocalTime(settings.quietFrom())
                        .addLocalTime(settings.quietUntil())
                        .addOffsetDateTime(time(settings.pausedUntil()))
                        .addString(settings.followers())
                        .addBoolean(settings.listable()))
                .replaceWithVoid();
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
