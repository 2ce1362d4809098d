package club.panamia.kernel.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.smallrye.jwt.runtime.auth.JsonWebTokenCredential;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who shows an access token. It comes before the one that Quarkus brings, which makes an identity anew for each request and was
 * a fifth of what a request with a token cost.
 */
@ApplicationScoped
class TokenIdentities implements IdentityProvider<TokenAuthenticationRequest> {

    private static final int FIRST = 100;

    private final BearerTokens tokens;

    TokenIdentities(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    @Override
    public int priority() {
        return FIRST;
    }

    /** Tokens of providers of sign-in are not ours to judge. */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        return request.getToken() instanceof JsonWebTokenCredential credential
                ? Uni.createFrom().item(() -> identity(credential.getToken()))
                : Uni.createFrom().nullItem();
    }

    private SecurityIdentity identity(String token) {
        try {
            return tokens.identity(token);
        } catch (ParseException e) {
            throw new AuthenticationFailedException(e);
        }
    }
}
