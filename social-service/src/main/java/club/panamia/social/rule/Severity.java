package club.panamia.social.rule;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How hard a rule is, in the words that other servers' lists use. */
@Schema(name = "ServerSeverity")
public enum Severity {
    /** It is treated like a server without a rule, whatever is said of a domain above it. */
    NOOP("noop"),
    /** Its people are heard by their followers only. */
    SILENCE("silence"),
    /** Nothing comes from there, nothing goes there. */
    SUSPEND("suspend");

    private final String label;

    Severity(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** Refuses what is none with an {@link IllegalArgumentException}. */
    static Severity of(String label) {
        return Arrays.stream(values())
                .filter(severity -> severity.label.equals(label.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no severity: " + label));
    }
}
