package club.panamia.auth.oauth;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_CLIENT;
import static club.panamia.auth.oauth.OAuthProblem.INVALID_SCOPE;
import static club.panamia.auth.oauth.OAuthProblem.INVALID_TARGET;
import static club.panamia.auth.oauth.OAuthProblem.UNAUTHORIZED_CLIENT;

import club.panamia.kernel.secret.Sha256;
import club.panamia.kernel.secret.Tokens;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A registered program (RFC 6749, section 2).
 *
 * @param secretHash null for a public client
 * @param firstParty one of our own, which people are not asked about
 */
public record Client(
        String id,
        String name,
        @Nullable String secretHash,
        Set<String> grants,
        List<String> redirectUris,
        Set<String> audiences,
        List<String> scopes,
        boolean firstParty) {

    static Client of(Row row) {
        return new Client(
                row.getString("id"),
                row.getString("name"),
                row.getString("secret_hash"),
                Set.of(row.getArrayOfStrings("grants")),
                List.of(row.getArrayOfStrings("redirect_uris")),
                Set.of(row.getArrayOfStrings("audiences")),
                List.of(row.getArrayOfStrings("scopes")),
                row.getBoolean("first_party"));
    }

    public boolean isConfidential() {
        return secretHash != null;
    }

    /** Compares in a time that tells nothing. A public client has nothing to prove, and must not show anything. */
    Client proven(@Nullable String secret) {
        var proven =
                secretHash == null ? secret == null : secret != null && Tokens.same(Sha256.hex(secret), secretHash);
        if (!proven) {
            throw INVALID_CLIENT.because(Clients.NOT_PROVEN);
        }
        return this;
    }

    /** Goes on only where it is registered for the grant. */
    public Client require(String grant) {
        if (!grants.contains(grant)) {
            throw UNAUTHORIZED_CLIENT.because("The program is not registered for the grant %s.".formatted(grant));
        }
        return this;
    }

    /** Whether tokens for {@code audience} are its business: its own, and those of the audiences that it is registered for. */
    public boolean mayUse(String audience) {
        return audience.equals(id) || audiences.contains(audience);
    }

    /** Whom its token is for: itself, unless it asks for another that it is registered for (RFC 8693, section 2.1). */
    public String audience(Form form) {
        var audience = form.optional("audience").orElse(id);
        if (!mayUse(audience)) {
            throw INVALID_TARGET.because("The program is not registered for that audience.");
        }
        return audience;
    }

    /** The words that it asks for, or all that it is registered for (RFC 6749, section 3.3). */
    public String scope(Form form) {
        var words = form.optional("scope")
                .map(text -> Arrays.asList(text.split(" ")))
                .orElse(scopes);
        if (!scopes.containsAll(words)) {
            throw INVALID_SCOPE.because("The program is not registered for all of that scope.");
        }
        return String.join(" ", Set.copyOf(words).stream().sorted().toList());
    }
}
