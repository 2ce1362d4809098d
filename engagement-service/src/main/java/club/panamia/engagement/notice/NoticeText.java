package club.panamia.engagement.notice;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The words of a notification, in the language of whoever reads it; English is the language of last resort. */
public final class NoticeText {

    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.of("es"));
    private static final ResourceBundle.Control AS_IT_IS =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle words;

    private NoticeText(Locale language) {
        words = ResourceBundle.getBundle("notices", language, AS_IT_IS);
    }

    /** In a language that we have; any other is English. */
    public static NoticeText in(Locale language) {
        return new NoticeText(language);
    }

    /** What the reader's browser asks for first of those that we have (RFC 9110, section 12.5.4). */
    public static Locale wishedBy(HttpHeaders headers) {
        return headers.getAcceptableLanguages().stream()
                .map(wish -> Locale.of(wish.getLanguage()))
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /**
     * The sentence.
     *
     * @param kind a label of {@link NoticeKind}; null for a row that is older than these
     * @param several whether more than one person did it
     * @param places what stands in for {@code actor}, {@code object}, {@code message} and {@code minutes}
     */
    public String of(@Nullable String kind, String type, String context, boolean several, Map<String, String> places) {
        var key = kind == null ? context + "." + type : kind;
        var plural = several ? word(key + ".several") : null;
        var sentence = plural == null ? word(key) : plural;
        var message = places.get("message");
        if (sentence == null && message != null) {
            return message;
        }
        return PLACE.matcher(sentence == null ? words.getString("other") : sentence)
                .replaceAll(found -> Matcher.quoteReplacement(place(found.group(1), places)));
    }

    /** That there are several things to read. */
    public String several(int things) {
        return words.getString("several-things").replace("{count}", Integer.toString(things));
    }

    /** One person, or one and how many others. */
    public @Nullable String people(@Nullable String name, long others) {
        if (others <= 0) {
            return name;
        }
        var first = name == null ? words.getString("no.actor") : name;
        return words.getString(others == 1 ? "one-more" : "more")
                .replace("{count}", Long.toString(others))
                .replace("{actor}", first);
    }

    /** A word that stands where something is not known. */
    private String place(String name, Map<String, String> places) {
        var known = places.get(name);
        return known != null ? known : words.getString("no." + name);
    }

    private @Nullable String word(String key) {
        try {
            return words.getString(key);
        } catch (MissingResourceException e) {
            return null;
        }
    }
}
