package club.panamia.social.rule;

import club.panamia.kernel.problem.CommonProblem;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/** The name of a server, with its port where it is not the usual one, or {@code *}; in the letters that addresses have. */
public final class Domain {

    static final String ALL = "*";

    private static final Pattern NAME = Pattern.compile(
            "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*(?::\\d{1,5})?");

    private Domain() {}

    /** Refuses what is none, and what is our own; {@code ours} has its port where that is not the usual one. */
    static String of(String text, String ours) {
        var domain = ascii(text.strip());
        if (!domain.equals(ALL)
                && (domain.length() > 253 || !NAME.matcher(domain).matches())) {
            throw CommonProblem.INVALID.because("This is no domain: %s".formatted(shown(text)));
        }
        if (ours.equals(domain) || ours.endsWith("." + domain) || ours.startsWith(domain + ":")) {
            throw CommonProblem.INVALID.because("This is our own domain.");
        }
        return domain;
    }

    /** The same of one server alone. */
    public static String ofOne(String text, String ours) {
        var domain = of(text, ours);
        if (domain.equals(ALL)) {
            throw CommonProblem.INVALID.because("This is no domain: *");
        }
        return domain;
    }

    private static String ascii(String text) {
        try {
            return IDN.toASCII(text.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw CommonProblem.INVALID.because("This is no domain: %s".formatted(shown(text)));
        }
    }

    private static String shown(String text) {
        return text.substring(0, Math.min(text.length(), 100));
    }
}
