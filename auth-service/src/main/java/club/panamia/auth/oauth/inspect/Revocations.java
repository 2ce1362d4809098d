package club.panamia.auth.oauth.inspect;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.SessionToken;
import club.panamia.auth.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jose4j.jwt.JwtClaims;

/** Ends tokens: a program's own access tokens, and sessions that it was shown. */
@ApplicationScoped
class Revocations {

    private static final String REVOKE =
            "INSERT INTO internal.oauth_revocation (token_id, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING";

    private static final String END_SESSION = "DELETE FROM sessions WHERE session_token = $1";

    private final Pool pool;
    private final AccessTokens tokens;

    Revocations(Pool pool, AccessTokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    /** What is unknown, over or another program's stays as it is, and nobody is told which of these it was. */
    Uni<Void> revoke(String token, Client client) {
        var claims = tokens.verify(token);
        if (claims.isPresent()) {
            return client.id().equals(claims.get().getClaimValueAsString("client_id"))
                    ? add(claims.get())
                    : Uni.createFrom().voidItem();
        }
        return client.isConfidential() ? endSession(token) : Uni.createFrom().voidItem();
    }

    private Uni<Void> add(JwtClaims claims) {
        var expires = Instant.ofEpochSecond((Long) claims.getClaimValue("exp")).atOffset(ZoneOffset.UTC);
        return pool.preparedQuery(REVOKE)
                .execute(Tuple.of(claims.getClaimValueAsString("jti"), expires))
                .replaceWithVoid();
    }

    private Uni<Void> endSession(String token) {
        return SessionToken.of(token)
                .map(session -> pool.preparedQuery(END_SESSION)
                        .execute(Tuple.of(session.text()))
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
