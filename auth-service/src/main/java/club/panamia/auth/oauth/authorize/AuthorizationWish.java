package club.panamia.auth.oauth.authorize;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_REQUEST;
import static club.panamia.auth.oauth.OAuthProblem.UNSUPPORTED_RESPONSE_TYPE;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.Form;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A program wants to know who somebody is (RFC 6749, section 4.1.1). PKCE by S256 is never optional (RFC 9700, section 2.1.1).
 */
record AuthorizationWish(Client client, ReturnAddress returnTo, String scope, String codeChallenge) {

    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    static AuthorizationWish of(Client client, ReturnAddress returnTo, Form form) {
        if (!"code".equals(form.required("response_type"))) {
            throw UNSUPPORTED_RESPONSE_TYPE.because("'response_type' can be code only.");
        }
        client.require("authorization_code");
        if (!"S256".equals(form.required("code_challenge_method"))) {
            throw INVALID_REQUEST.because("'code_challenge_method' can be S256 only.");
        }
        var challenge = form.required("code_challenge");
        if (!CHALLENGE.matcher(challenge).matches()) {
            throw INVALID_REQUEST.because("'code_challenge' is no SHA-256 in base64url.");
        }
        return new AuthorizationWish(client, returnTo, client.scope(form), challenge);
    }

    List<String> scopes() {
        return scope.isEmpty() ? List.of() : List.of(scope.split(" "));
    }
}
