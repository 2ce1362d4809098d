package club.panamia.profile.section;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** What people typed, put in order: composed characters (Unicode NFC), no space around it, null rather than empty. */
public final class Typed {

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
