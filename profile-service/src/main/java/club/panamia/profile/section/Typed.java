package club.panamia.profile.section;

import java.math.BigDecimal;
import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What people typed, put in order: composed characters (Unicode NFC), no space around it, null rather than empty. */
public final class Typed {

    /** More than any place on earth needs; writing out what has an exponent could take for ever. */
    private static final int MOST_DIGITS = 100;

    private Typed() {}

    public static @Nullable String text(@Nullable String typed) {
        var text = required(typed);
        return text.isEmpty() ? null : text;
    }

    /** For what must be there: empty rather than null, so that its own limit refuses it. */
    public static String required(@Nullable String typed) {
        return typed == null
                ? ""
                : Normalizer.normalize(typed.replace("\r\n", "\n"), Normalizer.Form.NFC)
                        .strip();
    }

    /** The same number however many zeros were typed, so that equal places are equal. */
    static @Nullable BigDecimal degrees(@Nullable BigDecimal typed) {
        if (typed == null || Math.abs(typed.scale()) > MOST_DIGITS) {
            return typed;
        }
        var shortest = typed.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    /** An address of a page; https where no scheme was typed. */
    static @Nullable String address(@Nullable String typed) {
        var text = text(typed);
        return text == null || text.contains("://") ? text : "https://" + text;
    }

    /** A user name, or an address when it looks like one. */
    static @Nullable String handle(@Nullable String typed) {
        return typed != null && typed.contains("/") ? address(typed) : text(typed);
    }
}
