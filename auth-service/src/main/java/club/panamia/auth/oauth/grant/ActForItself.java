package club.panamia.auth.oauth.grant;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.Form;
import club.panamia.auth.token.AccessTokens;
import club.panamia.auth.token.TokenClaims;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Client credentials (RFC 6749, section 4.4): a program acts for itself, and for no person. */
@ApplicationScoped
class ActForItself implements Grant {

    private final AccessTokens tokens;

    ActForItself(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String type() {
        return "client_credentials";
    }

    @Override
    public Uni<IssuedToken> issue(Client client, Form form) {
        var scope = client.scope(form);
        var token = tokens.sign(TokenClaims.ofProgram(client.id(), client.audience(form), scope));
        return Uni.createFrom().item(IssuedToken.of(token, scope));
    }
}
