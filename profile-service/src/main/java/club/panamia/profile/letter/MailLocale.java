package club.panamia.profile.letter;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** In which of our two languages somebody reads mail, by the header {@code Accept-Language} (RFC 9110, section 12.5.4). */
public final class MailLocale {

    public static final String ENGLISH = "en";

    private static final List<String> OURS = List.of(ENGLISH, "es");
    private static final int LONGEST = 500;

    private MailLocale() {}

    /** English when the header is absent, unreadable or asks for neither. */
    public static String of(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.length() > LONGEST) {
            return ENGLISH;
        }
        try {
            var found = Locale.lookupTag(Locale.LanguageRange.parse(acceptLanguage), OURS);
            return found == null ? ENGLISH : found;
        } catch (IllegalArgumentException e) {
            return ENGLISH;
        }
    }
}
