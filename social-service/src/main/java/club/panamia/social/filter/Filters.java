package club.panamia.social.filter;

import static club.panamia.social.filter.FilterProblem.NO_SUCH_FILTER;
import static club.panamia.social.filter.FilterProblem.TOO_MANY_FILTERS;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.actor.Participant;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of {@code internal.post_filter}. One whose time is over is as good as gone. */
@Singleton
class Filters {

    static final int MOST = 100;

    private static final String IN_FORCE = "(f.expires_at IS NULL OR f.expires_at > now())";

    /** {@code $1} is the person. */
    private static final String MINE = """
            f.actor_id = (SELECT me.id FROM social_actors me JOIN profiles owned ON owned.id = me.profile_id WHERE owned.user_id = $1)
            """;

    private static final String LIST = """
            SELECT f.id, f.phrase, f.whole_word, f.contexts, f.action, f.expires_at FROM internal.post_filter f
             WHERE %s AND %s ORDER BY f.id DESC LIMIT %d
            """.formatted(MINE, IN_FORCE, MOST);

    /** Of many at once each waits for the one before, and counts it. */
    private static final String HOLD = "SELECT id FROM social_actors WHERE id = :actor FOR NO KEY UPDATE";

    private static final String ADD = """
            WITH made AS (
              INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action, expires_at)
              SELECT CAST(:actor AS text), CAST(:phrase AS text), CAST(:whole AS boolean), string_to_array(:places, ' '),
                     CAST(:action AS text), CAST(nullif(:until, '') AS timestamptz)
               WHERE (SELECT count(*) FROM internal.post_filter f WHERE f.actor_id = :actor AND %s) < %d
              RETURNING id
            )
            SELECT id FROM made
            """.formatted(IN_FORCE, MOST);

    private static final String CHANGE = """
            UPDATE internal.post_filter f
               SET phrase = $3, whole_word = $4, contexts = $5, action = $6, expires_at = $7
             WHERE %s AND f.id = $2 AND %s
            RETURNING f.id, f.phrase, f.whole_word, f.contexts, f.action, f.expires_at
            """.formatted(MINE, IN_FORCE);

    private static final String REMOVE =
            "DELETE FROM internal.post_filter f WHERE %s AND f.id = $2 AND %s".formatted(MINE, IN_FORCE);

    private static final String FORGET = """
            DELETE FROM internal.post_filter
             WHERE id IN (SELECT id FROM internal.post_filter WHERE expires_at <= now() ORDER BY expires_at LIMIT $1
                             FOR UPDATE SKIP LOCKED)
            """;

    private final Pool pool;

    Filters(Pool pool) {
        this.pool = pool;
    }

    /** Newest first. */
    Uni<List<FilterView>> of(Actor person) {
        return pool.preparedQuery(LIST)
                .mapping(FilterView::of)
                .execute(Tuple.of(person.userId()))
                .map(rows -> rows.stream().toList());
    }

    /** In the caller's transaction; the id. */
    Uni<String> add(Participant me, FilterDraft filter) {
        return CallersTransaction.session()
                .call(session -> session.createNativeQuery(HOLD, String.class)
                        .setParameter("actor", me.id())
                        .getSingleResult())
                .chain(session -> session.createNativeQuery(ADD, String.class)
                        .setParameter("actor", me.id())
                        .setParameter("phrase", filter.phrase())
                        .setParameter("whole", filter.asWholeWord())
                        .setParameter("places", String.join(" ", filter.places()))
                        .setParameter("action", filter.action().label())
                        .setParameter("until", filter.expiresAt() == null ? "" : String.valueOf(filter.expiresAt()))
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> TOO_MANY_FILTERS.because("There are %d; take one away first.".formatted(MOST)));
    }

    Uni<FilterView> change(Actor person, String id, FilterDraft filter) {
        var values = Tuple.of(person.userId(), id, filter.phrase(), filter.asWholeWord())
                .addArrayOfString(filter.places())
                .addString(filter.action().label())
                .addOffsetDateTime(time(filter.expiresAt()));
        return pool.preparedQuery(CHANGE)
                .mapping(FilterView::of)
                .execute(values)
                .map(rows -> rows.stream().findFirst().orElseThrow(Filters::unknown));
    }

    Uni<Void> remove(Actor person, String id) {
        return pool.preparedQuery(REMOVE)
                .execute(Tuple.of(person.userId(), id))
                .invoke(rows -> {
                    if (rows.rowCount() == 0) {
                        throw unknown();
                    }
                })
                .replaceWithVoid();
    }

    /** Removes at most {@code most} whose time is over; how many. */
    Uni<Integer> forget(int most) {
        return pool.preparedQuery(FORGET).execute(Tuple.of(most)).map(rows -> rows.rowCount());
    }

    private static RuntimeException unknown() {
        return NO_SUCH_FILTER.because("You have no filter of this id.");
    }

    private static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }
}
