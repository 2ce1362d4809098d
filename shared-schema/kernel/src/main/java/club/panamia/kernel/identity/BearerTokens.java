package club.panamia.kernel.identity;

import club.panamia.kernel.settings.Settings;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Verifies access tokens offline, on the event loop: the keys were loaded before (see {@link PublicKeys}), an RSA signature costs
 * tens of microseconds, and the same token is not verified twice (see {@link VerifiedTokens}). RS256 only; issuer, audience {@code pana}, subject and expiry are
 * required, and nothing from the future counts.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7519#section-7.2">RFC 7519, section 7.2</a>
 */
@Alternative
@Priority(1)
@ApplicationScoped
public class BearerTokens extends JWTCallerPrincipalFactory {

    /** Whom our tokens are for; a sidecar's carry its client id instead. */
    public static final String AUDIENCE = "pana";

    private static final int CLOCK_SKEW_SECONDS = 5;

    /** Twice the life of a token. */
    private static final int OLDEST_SECONDS = 600;

    private final JwtConsumer consumer;
    private final VerifiedTokens verified;

    BearerTokens(Settings settings, PublicKeys keys, Clock clock) {
        verified = new VerifiedTokens(clock, keys::hold);
        consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(settings.publicUrl().toString())
                .setExpectedAudience(AUDIENCE)
                .setRequireExpirationTime()
                .setRequireSubject()
                .setAllowedClockSkewInSeconds(CLOCK_SKEW_SECONDS)
                .setIssuedAtRestrictions(CLOCK_SKEW_SECONDS, OLDEST_SECONDS)
                .setVerificationKeyResolver((signature, nesting) -> keys.find(signature.getKeyIdHeaderValue()))
                .build();
    }

    @Override
    public JWTCallerPrincipal parse(String token, JWTAuthContextInfo unused) throws ParseException {
        try {
            var context = consumer.process(token);
            var principal = new DefaultJWTCallerPrincipal(context.getJwtClaims());
            verified.keep(
                    token,
                    identity(principal),
                    principal.getExpirationTime(),
                    context.getJoseObjects().getFirst().getKey());
            return principal;
        } catch (InvalidJwtException e) {
            // Not the cause: its message repeats the token.
            throw new ParseException("the token is not valid");
        }
    }

    /** Who shows a token that was verified before. */
    Optional<SecurityIdentity> known(String token) {
        return verified.find(token);
    }

    private static SecurityIdentity identity(JWTCallerPrincipal principal) {
        var identity = QuarkusSecurityIdentity.builder().setPrincipal(principal).addRoles(principal.getGroups());
        personOf(principal).ifPresent(person -> identity.addAttribute(Actor.class.getName(), person));
        return identity.build();
    }

    /** The person behind the session that the token names. A program's own token names none: it is nobody's, and no member's. */
    static Optional<Actor> personOf(JsonWebToken token) {
        return token.<String>claim("sid")
                .map(session -> new Actor(
                        token.getSubject(),
                        token.<String>claim("screenname").orElse(null),
                        token.getGroups(),
                        session));
    }
}
