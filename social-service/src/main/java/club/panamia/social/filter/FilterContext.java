package club.panamia.social.filter;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Where a filter holds. */
public enum FilterContext {
    @JsonProperty("home")
    HOME,

    /** The timelines of my lists. */
    @JsonProperty("lists")
    LISTS,

    /** The local and the public timeline, and those of hashtags. */
    @JsonProperty("public")
    PUBLIC,

    @JsonProperty("thread")
    THREAD,

    /** Where I am named, and direct posts. */
    @JsonProperty("mentions")
    MENTIONS,

    /** What one actor said. */
    @JsonProperty("profile")
    PROFILE;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static FilterContext of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
