package club.panamia.auth.oauth.inspect;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.SessionToken;
import club.panamia.auth.token.AccessTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;

/** Looks a token up as it is now: sessions by their row, access tokens by their signature and by what may have ended them. */
@ApplicationScoped
class WorthNow {

    private static final String SESSION = """
            SELECT u.id, u.screenname, s.public_id, s.created_at, s.expires
              FROM sessions s JOIN users u ON u.id = s.user_id
             WHERE s.session_token = $1 AND s.expires > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
            """;

    private static final String STILL_GOOD = """
            SELECT NOT EXISTS (SELECT FROM internal.oauth_revocation WHERE token_id = $1)
               AND ($2::text IS NULL OR internal.session_alive($2))
               AND ($3::text IS NULL
                    OR EXISTS (SELECT FROM internal.oauth_client WHERE id = $3 AND disabled_at IS NULL)) AS good
            """;

    private final Pool pool;
    private final AccessTokens tokens;

    WorthNow(Pool pool, AccessTokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    Uni<Introspection> of(String token, Client asker) {
        var claims = tokens.verify(token);
        if (claims.isPresent()) {
            return ofAccessToken(claims.get(), asker);
        }
        return SessionToken.of(token)
                .map(this::ofSession)
                .orElseGet(() -> Uni.createFrom().item(Introspection.INACTIVE));
    }

    private Uni<Introspection> ofAccessToken(JwtClaims claims, Client asker) {
        var audience = audience(claims).filter(asker::mayUse);
        if (audience.isEmpty()) {
            return Uni.createFrom().item(Introspection.INACTIVE);
        }
        var what = Tuple.of(
                claims.getClaimValueAsString("jti"),
                claims.getClaimValueAsString("sid"),
                claims.getClaimValueAsString("client_id"));
        return pool.preparedQuery(STILL_GOOD)
                .execute(what)
                .map(rows -> rows.iterator().next().getBoolean("good")
                        ? Introspection.of(claims, audience.get())
                        : Introspection.INACTIVE);
    }

    private Uni<Introspection> ofSession(SessionToken session) {
        return pool.preparedQuery(SESSION)
                .execute(Tuple.of(session.text()))
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> Introspection.ofSession(row, SessionToken.TYPE))
                        .orElse(Introspection.INACTIVE));
    }

    private static Optional<String> audience(JwtClaims claims) {
        try {
            return claims.getAudience().stream().findFirst();
        } catch (MalformedClaimException e) {
            return Optional.empty();
        }
    }
}
