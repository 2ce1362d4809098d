package club.panamia.auth.user;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A public handle: 3 to 24 letters, digits, {@code _} or {@code -}, a letter or digit at both ends. Normalised once, before
 * anything is asked about it.
 */
record Screenname(String text) {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,22}[A-Za-z0-9]");

    static Screenname of(String typed) {
        var text = Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
        if (!FORM.matcher(text).matches()) {
            throw INVALID.because(
                            "A screenname has 3 to 24 letters, digits, _ or -, with a letter or digit at both ends.")
                    .at("/screenname", "has another form");
        }
        return new Screenname(text);
    }

    boolean sameAs(String other) {
        return text.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
