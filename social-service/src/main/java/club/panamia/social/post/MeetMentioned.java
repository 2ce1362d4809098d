package club.panamia.social.post;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.social.audience.Visibility;
import club.panamia.social.home.Home;
import club.panamia.social.remote.Handles;
import club.panamia.social.text.PostText;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Asks other servers who the people of theirs are whom a text names, so that it reaches them. Whoever cannot be met in a moment
 * stays a word in the text.
 */
@Singleton
public class MeetMentioned {

    private static final int MOST = 5;
    private static final Duration A_MOMENT = Duration.ofSeconds(5);
    private static final int PER_HOUR = 100;
    private static final Duration HOUR = Duration.ofHours(1);

    private static final String MINE = """
            SELECT CAST(s.visibility AS text) AS visibility
              FROM social_statuses s JOIN social_actors a ON a.id = s.actor_id JOIN profiles p ON p.id = a.profile_id
             WHERE s.id = $1 AND p.user_id = $2
            """;

    private final Pool pool;
    private final Handles handles;
    private final RateLimits limits;
    private final Home home;

    MeetMentioned(Pool pool, Handles handles, RateLimits limits, Home home) {
        this.pool = pool;
        this.handles = handles;
        this.limits = limits;
        this.home = home;
    }

    /** Of what stays in the house nobody elsewhere hears even by a question. Outside any transaction. */
    public Uni<Void> in(String text, @Nullable Visibility visibility, Actor speaker) {
        return visibility == Visibility.LOCAL ? Uni.createFrom().voidItem() : in(text, speaker);
    }

    /** The same of other words for a post of the speaker's; of no post of theirs nobody is asked. */
    Uni<Void> inOtherWords(String statusId, String text, Actor speaker) {
        return pool.preparedQuery(MINE)
                .execute(Tuple.of(statusId, speaker.userId()))
                .map(rows ->
                        rows.stream().map(row -> row.getString("visibility")).findFirst())
                .chain(found -> in(text, Visibility.of(found.orElse(Visibility.LOCAL.label())), speaker));
    }

    private Uni<Void> in(String text, Actor speaker) {
        return Multi.createFrom()
                .iterable(PostText.of(text, home).handles())
                .map(handle -> handle.name() + "@" + handle.domain())
                .filter(handles::isElsewhere)
                .select()
                .first(MOST)
                .onItem()
                .transformToUniAndMerge(handle -> meet(handle, speaker))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<String> meet(String handle, Actor speaker) {
        return handles.isKnown(handle)
                .chain(known -> known ? Uni.createFrom().nullItem() : ask(handle, speaker))
                .ifNoItem()
                .after(A_MOMENT)
                .fail()
                .onFailure()
                .recoverWithNull();
    }

    private Uni<String> ask(String handle, Actor speaker) {
        return limits.take("social-elsewhere", speaker.userId(), PER_HOUR, HOUR).chain(() -> handles.at(handle));
    }
}
