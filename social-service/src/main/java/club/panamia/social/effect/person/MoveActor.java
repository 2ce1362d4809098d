package club.panamia.social.effect.person;

import club.panamia.social.audience.Audience;
import club.panamia.social.effect.Statement;
import club.panamia.social.inbox.Activity;
import club.panamia.social.inbox.InboxHandler;
import club.panamia.social.outgoing.TellOfMoves;
import club.panamia.social.remote.RemoteActors;
import club.panamia.social.wire.Host;
import club.panamia.social.wire.Ld;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody elsewhere goes on under another id. It is believed where both say so: the former one leads to the new one, which is also
 * known as the former one. Whoever follows them here then follows the new one instead.
 */
@ApplicationScoped
class MoveActor implements InboxHandler {

    private static final String BOTH = """
            SELECT former.id, next.id FROM social_actors former, social_actors next
             WHERE former.uri = :actor AND former.profile_id IS NULL AND former.moved_to = :target
               AND next.uri = :target AND next.id <> former.id AND next.standing <> 'suspended'
               AND next.also_known_as @> jsonb_build_array(CAST(:actor AS text))
               FOR NO KEY UPDATE OF former
            """;

    /** Of somebody who moves to us the new one is of this server, and nobody has to be asked. */
    private static final String FOLLOW = """
            INSERT INTO social_follows (id, actor_id, target_actor_id, uri, status, accepted_at)
            SELECT v.id, v.actor_id, next.id, regexp_replace(v.uri, '/ap/actors/.*$', '') || '/ap/follows/' || v.id,
                   CAST(CASE WHEN v.open THEN 'accepted' ELSE 'pending' END AS social_follow_status), CASE WHEN v.open THEN now() END
              FROM social_actors next,
                   LATERAL (SELECT pana_id() AS id, me.id AS actor_id, me.uri,
                                   next.profile_id IS NOT NULL AND NOT next.manually_approves_followers AS open
                              FROM social_follows f JOIN social_actors me ON me.id = f.actor_id AND me.profile_id IS NOT NULL
                             WHERE f.target_actor_id = :former AND f.status = 'accepted' AND me.id <> next.id
                               AND NOT %s AND NOT internal.is_apart(me.id, next.id)) AS v
             WHERE next.id = :next
            ON CONFLICT (actor_id, target_actor_id) DO NOTHING
            """.formatted(Audience.keepsAway("me.id", "next.domain"));

    private static final String END = """
            DELETE FROM social_follows f USING social_actors me
             WHERE f.target_actor_id = :former AND me.id = f.actor_id AND me.profile_id IS NOT NULL
            """;

    private final RemoteActors actors;
    private final TellOfMoves tell;

    MoveActor(RemoteActors actors, TellOfMoves tell) {
        this.actors = actors;
        this.tell = tell;
    }

    private static Optional<String> target(Activity activity) {
        return Optional.ofNullable(Ld.ref(activity.body(), "target"));
    }

    @Override
    public boolean takes(Activity activity) {
        return activity.type().equals("Move")
                && activity.objectId().filter(activity.actor()::equals).isPresent()
                && target(activity).flatMap(Host::of).isPresent();
    }

    @Override
    public Set<String> asks(Activity activity) {
        return Stream.of(activity.actor(), target(activity).orElseThrow())
                .flatMap(actor -> Host.of(actor).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public Uni<Void> prepare(Activity activity) {
        return actors.anew(activity.actor())
                .chain(() -> actors.asTheyAre(target(activity).orElseThrow()))
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> receive(Activity activity) {
        return Statement.first(
                        BOTH,
                        Map.of(
                                "actor",
                                activity.actor(),
                                "target",
                                target(activity).orElseThrow()))
                .chain(both -> both.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : lead((String) both.get()[0], (String) both.get()[1]));
    }

    private Uni<Void> lead(String former, String next) {
        var both = Map.of("former", former, "next", next);
        return Statement.run(FOLLOW, both)
                .chain(() -> tell.followedOn(former, next))
                .chain(() -> Statement.run(END, Map.of("former", former)))
                .replaceWithVoid();
    }
}
