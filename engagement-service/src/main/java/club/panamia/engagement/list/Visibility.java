package club.panamia.engagement.list;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.persistence.EnumeratedValue;

/** Who may see a list. */
public enum Visibility {
    /** Its owner. */
    @JsonProperty("private")
    PRIVATE("private"),
    /** Whoever knows its address. */
    @JsonProperty("unlisted")
    UNLISTED("unlisted"),
    /** Whoever follows its owner. */
    @JsonProperty("followers")
    FOLLOWERS("followers"),
    /** Everybody; it stands in the lists of lists, too. */
    @JsonProperty("public")
    PUBLIC("public");

    @EnumeratedValue
    private final String label;

    Visibility(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    static Visibility of(String label) {
        for (var visibility : values()) {
            if (visibility.label.equals(label)) {
                return visibility;
            }
        }
        throw new IllegalArgumentException(label);
    }
}
