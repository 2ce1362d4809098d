package club.panamia.auth.user;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A public handle: 3 to 24 letters, digits, {@code _} or {@code -}, a letter or digit at both ends. Normalised once, before
 * anything is asked about it.
 */
public record Screenname(String text) {

    /** The shortest and the longest there is. */
    public static final int SHORTEST = 3;

    public static final int LONGEST = 24;

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{1,22}[A-Za-z0-9]");

    /** @throws club.panamia.kernel.problem.Problem when it has another form */
    public static Screenname of(String typed) {
        var text = composed(typed);
        if (!FORM.matcher(text).matches()) {
            throw INVALID.because(
                            "A screenname has 3 to 24 letters, digits, _ or -, with a letter or digit at both ends.")
                    .at("/screenname", "has another form");
        }
        return new Screenname(text);
    }

    /** What was typed, put in order. */
    public static String composed(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFC).strip();
    }

    boolean sameAs(String other) {
        return text.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }
}
