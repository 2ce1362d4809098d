package club.panamia.auth.oauth;

import java.util.Optional;
import java.util.regex.Pattern;

/** A text that can be a session's token: the session cookie's value, as a program was shown it. */
public record SessionToken(String text) {

    /** How token exchange names it (RFC 8693, section 3, allows names of one's own). */
    public static final String TYPE = "urn:panamia:token-type:session";

    private static final Pattern FORM = Pattern.compile("[\\x21-\\x7E]{16,512}");

    public static Optional<SessionToken> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new SessionToken(text)) : Optional.empty();
    }

    /** A record would show it. */
    @Override
    public String toString() {
        return "a session token";
    }
}
