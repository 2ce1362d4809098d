package club.panamia.kernel.identity;

import club.panamia.kernel.problem.CommonProblem;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The actor of this request, for resources; everything below them gets it as an argument. */
@ApplicationScoped
public class CurrentActor {

    private final CurrentIdentityAssociation association;
    private final Instance<Pool> pool;

    CurrentActor(CurrentIdentityAssociation association, Instance<Pool> pool) {
        this.association = association;
        this.pool = pool;
    }

    /** Behind {@code @RolesAllowed}: there is one. */
    public Actor actor() {
        return actorOf(association.getIdentity())
                .orElseThrow(() -> CommonProblem.NOT_SIGNED_IN.because("Nobody is signed in."));
    }

    /** On a public endpoint: whoever is signed in, if anybody is. A cookie that has ended counts as nobody. */
    public Uni<Optional<Actor>> find() {
        return association.getDeferredIdentity().map(CurrentActor::actorOf);
    }

    /**
     * The actor, with the session looked up again: for what must not be done with a token whose session has just ended
     * (deletion, change of e-mail, administration).
     */
    public Uni<Actor> fresh() {
        var actor = actor();
        return pool.get()
                .preparedQuery("SELECT internal.session_alive($1)")
                .execute(Tuple.of(actor.sessionId()))
                .map(rows -> rows.iterator().next().getBoolean(0))
                .map(alive -> {
                    if (!alive) {
                        throw CommonProblem.NOT_SIGNED_IN.because("The session has ended.");
                    }
                    return actor;
                });
    }

    private static Optional<Actor> actorOf(SecurityIdentity identity) {
        var known = identity.<Actor>getAttribute(Actor.class.getName());
        return known == null ? fromPrincipal(identity) : Optional.of(known);
    }

    private static Optional<Actor> fromPrincipal(SecurityIdentity identity) {
        return switch (identity.getPrincipal()) {
            case ActorPrincipal principal -> Optional.of(principal.actor());
            case JsonWebToken token -> BearerTokens.personOf(token);
            case null, default -> Optional.empty();
        };
    }
}
