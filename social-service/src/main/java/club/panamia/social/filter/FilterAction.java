package club.panamia.social.filter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What becomes of a post that meets a filter. */
enum FilterAction {
    /** It is shown, and says which filters it meets. */
    @JsonProperty("warn")
    WARN,

    /** It is left out. */
    @JsonProperty("hide")
    HIDE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FilterAction of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
