package club.panamia.kernel.identity;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** A session token that wants to know whose it is. */
final class SessionTokenRequest extends BaseAuthenticationRequest {

    private final String token;

    SessionTokenRequest(String token) {
        this.token = token;
    }

    String token() {
        return token;
    }
}
