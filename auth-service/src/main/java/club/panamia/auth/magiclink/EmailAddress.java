package club.panamia.auth.magiclink;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import java.util.Locale;
import java.util.regex.Pattern;

/** An address as it identifies a person: trimmed, lower-case, one {@code @}, a domain with a dot, 254 characters at most. */
public record EmailAddress(String text) {

    private static final int LONGEST = 254;
    private static final Pattern FORM = Pattern.compile(
            "[^\\s@,;:<>()\\[\\]\"\\\\\\p{Cntrl}]{1,64}@([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");

    public static EmailAddress of(String typed) {
        var text = normal(typed);
        if (text.length() > LONGEST || !FORM.matcher(text).matches()) {
            throw INVALID.because("This is not an e-mail address.").at("/email", "must be like ana@example.org");
        }
        return new EmailAddress(text);
    }

    /** As addresses are kept and compared, whether it is one or not. */
    public static String normal(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }
}
