package club.panamia.social.text;

import java.util.Locale;

/** Whom a text names, {@code @name} or {@code @name@domain}; names are one whatever their case. */
public record Handle(String name, String domain) {

    static Handle of(String name, String domain) {
        return new Handle(name.toLowerCase(Locale.ROOT), domain.toLowerCase(Locale.ROOT));
    }
}
