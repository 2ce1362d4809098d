package club.panamia.auth.oauth.authorize;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_REQUEST;

import club.panamia.auth.oauth.Client;
import club.panamia.auth.oauth.Form;
import club.panamia.kernel.identity.Actor;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody comes by, sent by a known program that they can be sent back to.
 *
 * @param person null where nobody is signed in
 */
record Visit(
        Form form,
        Client client,
        ReturnAddress returnTo,
        @Nullable Actor person) {

    /** What sign-in and the consent form carry on, since a browser comes back with nothing else. */
    private static final List<String> PARAMETERS = List.of(
            "response_type", "client_id", "redirect_uri", "scope", "state", "code_challenge", "code_challenge_method");

    static Visit of(Form form, Optional<Client> client, Optional<Actor> person, String issuer) {
        var known = client.orElseThrow(() -> INVALID_REQUEST.because("'client_id' is no enabled program."));
        return new Visit(form, known, ReturnAddress.of(known, form, issuer), person.orElse(null));
    }

    AuthorizationWish wish() {
        return AuthorizationWish.of(client, returnTo, form);
    }

    boolean allowed() {
        return "allow".equals(form.optional("decision").orElse(""));
    }

    Map<String, String> carriedOn() {
        var carried = new TreeMap<String, String>();
        PARAMETERS.forEach(name -> form.optional(name).ifPresent(value -> carried.put(name, value)));
        return carried;
    }

    /** The sign-in page, which leads back here. */
    URI signInFirst() {
        var back = carriedOn().entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&", "/oauth/authorize?", ""));
        return URI.create("/signin?callbackUrl=" + encoded(back));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
