package club.panamia.social.effect.reaction;

import club.panamia.kernel.event.EventLog;
import club.panamia.social.effect.post.FetchNote;
import club.panamia.social.home.Home;
import club.panamia.social.inbox.Activity;
import club.panamia.social.remote.RemoteProblem;
import club.panamia.social.wire.Host;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A boost; what is for few is not handed on, but by whoever said it to their followers. What nobody here has yet is asked for, where somebody here follows who hands it on; who
 * does not answer is asked again.
 */
@Singleton
class AnnounceStatus extends React {

    private static final int NOTHING_FURTHER = 10;

    private static final String FOLLOWED = """
            SELECT EXISTS (SELECT FROM social_actors them JOIN social_follows f ON f.target_actor_id = them.id AND f.status = 'accepted'
                            WHERE them.uri = $1 AND them.standing <> 'suspended') AS followed
            """;

    private final Pool pool;
    private final FetchNote fetchNote;
    private final String home;

    AnnounceStatus(Pool pool, FetchNote fetchNote, EventLog events, Home home) {
        super(
                Set.of("Announce"),
                "boosted",
                "internal.boost",
                "(s.visibility IN ('public', 'quiet') OR s.visibility = 'followers' AND s.actor_id = them.id)",
                events);
        this.pool = pool;
        this.fetchNote = fetchNote;
        this.home = home.host();
    }

    @Override
    public Set<String> asks(Activity activity) {
        return activity.objectId().flatMap(Host::of).filter(host -> !host.equals(home)).stream()
                .collect(Collectors.toSet());
    }

    @Override
    public Uni<Void> prepare(Activity activity) {
        return pool.preparedQuery(FOLLOWED)
                .execute(Tuple.of(activity.actor()))
                .map(rows -> rows.iterator().next().getBoolean("followed"))
                .chain(followed -> followed ? fetch(activity) : Uni.createFrom().voidItem());
    }

    private Uni<Void> fetch(Activity activity) {
        return fetchNote
                .at(activity.objectId().orElseThrow(), NOTHING_FURTHER)
                .onFailure(RemoteProblem::isForGood)
                .recoverWithNull()
                .replaceWithVoid();
    }
}
