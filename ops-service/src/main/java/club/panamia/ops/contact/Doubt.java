package club.panamia.ops.contact;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why a message is set apart: staff looks there now and then, and nothing is lost. */
public enum Doubt {
    HONEYPOT,
    NO_CAPTCHA,
    TOO_MANY,
    LINKS;

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** From what the database holds. */
    public static Doubt of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
