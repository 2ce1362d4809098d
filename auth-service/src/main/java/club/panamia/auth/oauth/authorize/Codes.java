package club.panamia.auth.oauth.authorize;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.secret.Sha256;
import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Authorization codes: kept hashed, good for a minute and for the session that allowed them. */
@ApplicationScoped
class Codes {

    private static final String ADD = """
            INSERT INTO internal.oauth_code (code_hash, client_id, session_id, redirect_uri, scope, code_challenge, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, now() + interval '60 seconds')
            """;

    private final Pool pool;

    Codes(Pool pool) {
        this.pool = pool;
    }

    Uni<String> issue(AuthorizationWish wish, Actor person) {
        var code = Tokens.newToken();
        return pool.preparedQuery(ADD)
                .execute(Tuple.from(List.of(
                        Sha256.hex(code),
                        wish.client().id(),
                        person.sessionId(),
                        wish.returnTo().uri(),
                        wish.scope(),
                        wish.codeChallenge())))
                .replaceWith(code);
    }
}
