package club.panamia.auth.token;

import club.panamia.kernel.settings.Settings;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.Key;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.UnresolvableKeyException;

/** Signs access tokens, and knows its own again whomever they are for. */
@ApplicationScoped
public class AccessTokens {

    public static final Duration LIFE = Duration.ofMinutes(5);

    private static final String TYPE = "at+jwt";

    private final SigningKeys keys;
    private final String issuer;
    private final Clock clock;
    private final JwtConsumer consumer;

    AccessTokens(SigningKeys keys, Settings settings, Clock clock) {
        this.keys = keys;
        this.issuer = settings.publicUrl().toString();
        this.clock = clock;
        consumer = new JwtConsumerBuilder()
                .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .setExpectedIssuer(issuer)
                .setSkipDefaultAudienceValidation()
                .setRequireExpirationTime()
                .setRequireSubject()
                .setRequireJwtId()
                .setVerificationKeyResolver((signature, nesting) -> keyOf(signature.getKeyIdHeaderValue()))
                .build();
    }

    /** Signing costs about a millisecond, which an event loop can bear. */
    public String sign(TokenClaims claims) {
        var key = keys.current();
        var now = clock.instant();
        var builder = Jwt.issuer(issuer)
                .audience(claims.audience())
                .claim("jti", claims.id())
                .issuedAt(now)
                .expiresAt(now.plus(LIFE));
        addPerson(builder, claims);
        addProgram(builder, claims);
        return builder.jws()
                .algorithm(SignatureAlgorithm.RS256)
                .type(TYPE)
                .keyId(key.id())
                .sign(key.pair().getPrivate());
    }

    /** The claims of a token of ours that has not expired; nothing for any other text. */
    public Optional<JwtClaims> verify(String token) {
        try {
            return Optional.of(consumer.processToClaims(token));
        } catch (InvalidJwtException e) {
            return Optional.empty();
        }
    }

    private static void addPerson(JwtClaimsBuilder builder, TokenClaims claims) {
        var person = claims.person();
        if (person == null) {
            return;
        }
        builder.subject(person.userId()).groups(person.roles()).claim("sid", person.sessionId());
        if (person.screenname() != null) {
            builder.claim("screenname", person.screenname());
        }
    }

    private static void addProgram(JwtClaimsBuilder builder, TokenClaims claims) {
        if (claims.clientId() == null) {
            return;
        }
        builder.claim("client_id", claims.clientId());
        if (claims.person() == null) {
            builder.subject(claims.clientId());
        }
        if (claims.scope() != null) {
            builder.claim("scope", claims.scope());
        }
    }

    private Key keyOf(String keyId) throws UnresolvableKeyException {
        return keys.find(keyId).orElseThrow(() -> new UnresolvableKeyException("not a key of ours"));
    }
}
