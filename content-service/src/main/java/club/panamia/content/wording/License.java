package club.panamia.content.wording;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** The Creative Commons licence under which an article is given. */
public enum License {
    BY_4("cc-by-4"),
    BY_SA_4("cc-by-sa-4"),
    ZERO("cc-0");

    @EnumeratedValue
    private final String label;

    License(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }
}
