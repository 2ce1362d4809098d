package club.panamia.auth.page;

import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The languages of pages and mails. What a person chose by {@code ?lang=} is remembered and wins over their browser's wish. */
public enum Language {
    ENGLISH("en", "English"),
    SPANISH("es", "Español");

    static final String PARAMETER = "lang";

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** As {@code ?lang=} says, else the cookie of that name, else Accept-Language (RFC 9110, section 12.5.4), else English. */
    public static Language of(RoutingContext context) {
        return chosen(context)
                .or(() -> Optional.ofNullable(context.request().getCookie(PARAMETER))
                        .map(Cookie::getValue)
                        .flatMap(Language::tagged))
                .or(() -> accepted(context))
                .orElse(ENGLISH);
    }

    /** What this very request asks for. */
    static Optional<Language> chosen(RoutingContext context) {
        return tagged(context.request().getParam(PARAMETER));
    }

    private static Optional<Language> accepted(RoutingContext context) {
        return context.acceptableLanguages().stream()
                .map(wish -> tagged(wish.tag()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Language> tagged(@Nullable String tag) {
        return Arrays.stream(values())
                .filter(language -> language.tag.equalsIgnoreCase(tag))
                .findFirst();
    }

    /** BCP 47, for {@code lang} attributes and mails. */
    public String tag() {
        return tag;
    }

    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    Language other() {
        return this == ENGLISH ? SPANISH : ENGLISH;
    }
}
