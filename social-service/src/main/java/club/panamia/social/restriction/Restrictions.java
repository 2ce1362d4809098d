package club.panamia.social.restriction;

import static club.panamia.social.actor.SocialProblem.NO_SUCH_ACTOR;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.rule.ServerRules;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/** Who is limited or suspended. What is decided stands in the trail, once, whoever decides the same at the same moment. */
@ApplicationScoped
class Restrictions {

    private static final String DECIDE = """
            WITH known AS (
              SELECT a.id, a.decided_standing, p.user_id FROM social_actors a LEFT JOIN profiles p ON p.id = a.profile_id
               WHERE a.id = :actor FOR NO KEY UPDATE OF a
            ), changed AS (
              UPDATE social_actors a
                 SET decided_standing = :standing,
                     standing = CASE WHEN a.profile_id IS NULL THEN greatest(CAST(:standing AS text), coalesce(%s, 'good')) ELSE :standing END
                FROM known k WHERE a.id = k.id AND k.decided_standing <> :standing
              RETURNING a.id
            ), noted AS (
              INSERT INTO internal.security_event (actor_id, subject_id, action, reason)
              SELECT CAST(:moderator AS text), coalesce(k.user_id, k.id), CAST(:action AS text), CAST(:reason AS text)
                FROM known k JOIN changed c ON c.id = k.id
            )
            SELECT k.user_id, EXISTS (SELECT FROM changed) FROM known k
            """.formatted(ServerRules.STANDING.formatted("a.domain"));

    static final String RESTRICTED = """
            SELECT a.id, a.username, a.domain, a.name, a.decided_standing AS standing FROM social_actors a
             WHERE a.standing <> 'good' AND a.decided_standing <> 'good' AND a.id > $1 ORDER BY a.id LIMIT $2
            """;

    private final EventLog events;
    private final Pool pool;

    Restrictions(EventLog events, Pool pool) {
        this.events = events;
        this.pool = pool;
    }

    @WithTransaction
    Uni<Void> begin(Actor moderator, String actorId, Restriction restriction) {
        var standing = restriction.standing().label();
        return decide(moderator, actorId, standing, "actor-" + standing, restriction.reason());
    }

    /** Whoever is neither limited nor suspended stays so. */
    @WithTransaction
    Uni<Void> end(Actor moderator, String actorId) {
        return decide(moderator, actorId, "good", "actor-freed", null);
    }

    Uni<Page<RestrictedActor>> page(PageQuery query) {
        return pool.preparedQuery(RESTRICTED)
                .mapping(RestrictedActor::of)
                .execute(values(query))
                .map(found -> Page.of(found, query, RestrictedActor::position));
    }

    static Tuple values(PageQuery query) {
        return Tuple.of(query.after(1).map(cursor -> cursor.text(0)).orElse(""), query.rows());
    }

    private Uni<Void> decide(Actor moderator, String actorId, String standing, String action, @Nullable String reason) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(DECIDE, Object[].class)
                        .setParameter("actor", actorId)
                        .setParameter("standing", standing)
                        .setParameter("moderator", moderator.userId())
                        .setParameter("action", action)
                        .setParameter("reason", reason)
                        .getSingleResultOrNull())
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_ACTOR.because("No actor has this id."))
                .chain(known -> (boolean) known[1]
                        ? events.record(moderator.userId(), new RestrictionStep(actorId, (String) known[0], standing))
                        : Uni.createFrom().voidItem());
    }
}
