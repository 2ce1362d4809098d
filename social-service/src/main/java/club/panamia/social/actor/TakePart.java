package club.panamia.social.actor;

import static club.panamia.social.actor.SocialProblem.MAY_NOT_TAKE_PART;
import static club.panamia.social.actor.SocialProblem.SCREENNAME_REQUIRED;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.social.home.Home;
import club.panamia.social.key.NewKeys;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Somebody becomes an actor, once; again and twice at once it is the same one. */
@ApplicationScoped
class TakePart {

    /** The gates once more, for they may have closed meanwhile. */
    private static final String JOIN = """
            WITH person AS (
              SELECT p.id AS profile_id, u.screenname
                FROM users u JOIN profiles p ON p.user_id = u.id
               WHERE u.id = :person AND u.screenname IS NOT NULL AND p.active AND p.social_eligible
            ), actor AS (
              INSERT INTO social_actors (id, username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url,
                                         shared_inbox_url, public_key)
              SELECT :id, screenname, :domain, profile_id, :uri, :uri || '/inbox', :uri || '/outbox', :uri || '/followers',
                     :uri || '/following', :inbox, :rsaPublic
                FROM person
              ON CONFLICT (profile_id) DO NOTHING
              RETURNING id
            )
            INSERT INTO internal.actor_key (actor_id, kind, public_key, private_key)
            SELECT id, 'rsa-2048', CAST(:rsaPublic AS text), CAST(:rsaPrivate AS bytea) FROM actor
            UNION ALL
            SELECT id, 'ed25519', CAST(:ed25519Public AS text), CAST(:ed25519Private AS bytea) FROM actor
            """;

    private final Home home;
    private final KeepInStep keepInStep;
    private final EventLog events;

    TakePart(Home home, KeepInStep keepInStep, EventLog events) {
        this.home = home;
        this.keepInStep = keepInStep;
        this.events = events;
    }

    /** Refuses whom a gate keeps out, before the work of making keys. */
    static void admit(MyActorView standing) {
        if (!standing.eligible()) {
            throw MAY_NOT_TAKE_PART
                    .because("Taking part needs a profile that others may see.")
                    .with("reason", String.valueOf(standing.reason()));
        }
        if (standing.screenname() == null) {
            throw SCREENNAME_REQUIRED.because("It becomes the name that others mention you by.");
        }
    }

    @WithTransaction
    Uni<Void> as(Actor person, NewKeys keys, String id) {
        return CallersTransaction.session()
                .chain(session -> join(session, person, keys, id).executeUpdate())
                .chain(made -> made > 0 ? welcome(person, id) : Uni.createFrom().voidItem());
    }

    private Uni<Void> welcome(Actor person, String id) {
        return keepInStep.refresh(person.userId()).chain(() -> events.record(person.userId(), joined(person, id)));
    }

    private static ActorStep.Joined joined(Actor person, String id) {
        return new ActorStep.Joined(id, person.userId());
    }

    private Mutiny.MutationQuery join(Mutiny.Session session, Actor person, NewKeys keys, String id) {
        return session.createNativeQuery(JOIN)
                .setParameter("person", person.userId())
                .setParameter("id", id)
                .setParameter("domain", home.domain())
                .setParameter("uri", home.actor(id))
                .setParameter("inbox", home.at("/ap/inbox"))
                .setParameter("rsaPublic", keys.rsaPublic())
                .setParameter("rsaPrivate", keys.rsaPrivate())
                .setParameter("ed25519Public", keys.ed25519Public())
                .setParameter("ed25519Private", keys.ed25519Private());
    }
}
