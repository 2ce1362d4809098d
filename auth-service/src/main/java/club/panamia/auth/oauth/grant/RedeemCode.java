package club.panamia.auth.oauth.grant;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_GRANT;
import static club.panamia.auth.oauth.OAuthProblem.INVALID_REQUEST;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.Form;
import club.panamia.auth.token.AccessTokens;
import club.panamia.auth.token.TokenClaims;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.secret.Sha256;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * An authorization code with its PKCE verifier (RFC 6749, section 4.1.3; RFC 7636, section 4.6) becomes a token of the person who
 * allowed it. A code works once: whoever shows it a second time revokes what the first one got.
 */
@ApplicationScoped
class RedeemCode implements Grant {

    private static final Pattern VERIFIER = Pattern.compile("[A-Za-z0-9._~-]{43,128}");

    /** One statement checks everything and uses the code up, so that of two at once one finds it used. */
    private static final String REDEEM = """
            UPDATE internal.oauth_code c SET used_at = now(), token_id = $5
              FROM sessions s JOIN users u ON u.id = s.user_id
             WHERE c.code_hash = $1 AND c.client_id = $2 AND c.redirect_uri = $3 AND c.code_challenge = $4
               AND c.used_at IS NULL AND c.expires_at > now()
               AND s.public_id = c.session_id AND s.expires > now() AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
            RETURNING u.id, u.screenname, s.public_id, c.scope
            """;

    private static final String REVOKE_WHAT_IT_BROUGHT = """
            INSERT INTO internal.oauth_revocation (token_id, expires_at)
            SELECT token_id, used_at + interval '10 minutes' FROM internal.oauth_code
             WHERE code_hash = $1 AND used_at IS NOT NULL
            ON CONFLICT DO NOTHING
            """;

    private final Pool pool;
    private final AccessTokens tokens;

    RedeemCode(Pool pool, AccessTokens tokens) {
        this.pool = pool;
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return "authorization_code";
    }

    @Override
    public Uni<IssuedToken> issue(Client client, Form form) {
        var code = Sha256.hex(form.required("code"));
        var redirectUri = form.required("redirect_uri");
        var challenge = challenge(form.required("code_verifier"));
        var tokenId = TokenClaims.newId();
        return pool.preparedQuery(REDEEM)
                .execute(Tuple.from(List.of(code, client.id(), redirectUri, challenge, tokenId)))
                .call(rows -> rows.rowCount() == 1 ? Uni.createFrom().voidItem() : refuse(code))
                .map(rows -> issued(client, tokenId, rows.iterator().next()));
    }

    private Uni<Void> refuse(String code) {
        return pool.preparedQuery(REVOKE_WHAT_IT_BROUGHT)
                .execute(Tuple.of(code))
                .map(revoked -> {
                    throw INVALID_GRANT.because(
                            "The code is unknown, used, older than a minute, or belongs to another request.");
                });
    }

    private IssuedToken issued(Client client, String tokenId, Row row) {
        var person = new Actor(
                row.getString("id"), row.getString("screenname"), Set.of(Roles.MEMBER), row.getString("public_id"));
        var scope = row.getString("scope");
        var claims = TokenClaims.ofPersonIn(client.id(), tokenId, client.id(), scope, person);
        return IssuedToken.of(tokens.sign(claims), scope);
    }

    private static String challenge(String verifier) {
        if (!VERIFIER.matcher(verifier).matches()) {
            throw INVALID_REQUEST.because("'code_verifier' has 43 to 128 characters (RFC 7636, section 4.1).");
        }
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(HexFormat.of().parseHex(Sha256.hex(verifier)));
    }
}
