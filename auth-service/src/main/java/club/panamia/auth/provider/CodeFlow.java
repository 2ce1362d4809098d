package club.panamia.auth.provider;

import static club.panamia.auth.provider.ProviderProblem.REFUSED;
import static club.panamia.auth.provider.ProviderProblem.UNAVAILABLE;

import club.panamia.kernel.problem.Problem;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.UserInfo;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Locale;
import org.jboss.logging.Logger;

/**
 * The authorization code flow (RFC 6749, section 4.1; OpenID Connect Core 1.0, section 3.1) as Quarkus does it, called by hand:
 * nothing but the two steps of a sign-in ever gets there.
 */
@ApplicationScoped
class CodeFlow {

    private static final Logger LOG = Logger.getLogger(CodeFlow.class);

    private final OidcAuthenticationMechanism quarkus;
    private final IdentityProviderManager identities;
    private final Availability availability;

    CodeFlow(OidcAuthenticationMechanism quarkus, IdentityProviderManager identities, Availability availability) {
        this.quarkus = quarkus;
        this.identities = identities;
        this.availability = availability;
    }

    /** The provider's address that the browser goes to; what the flow must remember is in the answer's cookies. */
    Uni<URI> begin(Provider provider, RoutingContext context) {
        TenantOfFlow.begin(context, provider);
        return availability
                .require(provider)
                .chain(() -> quarkus.getChallenge(context))
                .map(CodeFlow::address)
                .onFailure(failure -> !(failure instanceof Problem))
                .transform(failure -> unavailable(provider, failure));
    }

    private static URI address(ChallengeData challenge) {
        return challenge.getHeaders().entrySet().stream()
                .filter(header -> "location".equals(header.getKey().toString().toLowerCase(Locale.ROOT)))
                .map(header -> URI.create(header.getValue()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a challenge that leads nowhere"));
    }

    /** Who the provider says has come back with its code. */
    Uni<ForeignIdentity> complete(Provider provider, RoutingContext context) {
        TenantOfFlow.begin(context, provider);
        return quarkus.authenticate(context, identities)
                .onItem()
                .ifNull()
                .failWith(() -> refused(provider))
                .map(identity -> claims(provider, identity).identity())
                .onFailure(failure -> !(failure instanceof Problem))
                .recoverWithUni(failure -> explain(provider, failure))
                .eventually(() -> forgetSession(provider, context));
    }

    private static Claims claims(Provider provider, SecurityIdentity identity) {
        var idToken = OidcCommonUtils.decodeJwtContent(
                identity.getCredential(IdTokenCredential.class).getToken());
        var more = identity.getAttribute(OidcUtils.USER_INFO_ATTRIBUTE) instanceof UserInfo info
                ? new JsonObject(info.getUserInfoString())
                : new JsonObject();
        return Claims.of(provider, idToken, more);
    }

    /** Quarkus would go on with a session of its own. */
    private static void forgetSession(Provider provider, RoutingContext context) {
        context.response().removeCookies(OidcUtils.getSessionCookieName(provider.tenant()), false);
    }

    /** A provider that has just died looks like one that refuses, so it is asked once more. */
    private Uni<ForeignIdentity> explain(Provider provider, Throwable failure) {
        LOG.infof(
                "A sign-in with %s was not completed: %s",
                provider.id(), failure.getClass().getSimpleName());
        return availability.requireNow(provider).chain(() -> Uni.createFrom().failure(refused(provider)));
    }

    private static Problem refused(Provider provider) {
        return REFUSED.because("%s did not say who you are. Begin again.".formatted(provider.label()));
    }

    private static Problem unavailable(Provider provider, Throwable failure) {
        LOG.warnf(
                "The provider %s does not answer: %s",
                provider.id(), failure.getClass().getSimpleName());
        return UNAVAILABLE.because("%s does not answer at the moment.".formatted(provider.label()));
    }
}
