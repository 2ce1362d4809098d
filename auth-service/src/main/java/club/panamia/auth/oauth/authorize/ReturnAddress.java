package club.panamia.auth.oauth.authorize;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_REQUEST;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.Form;
import club.panamia.auth.oauth.OAuthProblem;
import club.panamia.kernel.problem.Problem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Where the browser returns to with an answer: one of the registered addresses, character by character (RFC 9700, section 2.1), so
 * that nothing is ever sent elsewhere.
 *
 * @param issuer told along, so that a program with several servers cannot mix their answers up (RFC 9207)
 */
record ReturnAddress(String uri, Optional<String> state, String issuer) {

    static ReturnAddress of(Client client, Form form, String issuer) {
        var uri = form.required("redirect_uri");
        if (!client.redirectUris().contains(uri)) {
            throw INVALID_REQUEST.because("'redirect_uri' is not registered for this program.");
        }
        return new ReturnAddress(uri, form.optional("state"), issuer);
    }

    URI with(String code) {
        return answer("code=" + encoded(code));
    }

    /** RFC 6749, section 4.1.2.1. */
    URI with(Problem refusal) {
        var error = refusal.type() instanceof OAuthProblem known ? known.code() : "temporarily_unavailable";
        return answer("error=%s&error_description=%s".formatted(error, encoded(String.valueOf(refusal.getMessage()))));
    }

    /** The origin, or an app's own scheme, as a Content-Security-Policy names it. */
    String source() {
        var parsed = URI.create(uri);
        return parsed.getHost() == null
                ? parsed.getScheme() + ":"
                : parsed.getScheme() + "://" + parsed.getRawAuthority();
    }

    private URI answer(String parameters) {
        var answer =
                new StringBuilder(uri).append(uri.contains("?") ? '&' : '?').append(parameters);
        state.ifPresent(own -> answer.append("&state=").append(encoded(own)));
        return URI.create(answer.append("&iss=").append(encoded(issuer)).toString());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
