package club.panamia.content.wording;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** What kind of article it is; only administrators write for the staff. */
public enum ArticleType {
    BUSINESS_UPDATE("business_update"),
    COMMUNITY_COMMENTARY("community_commentary"),
    STAFF_UPDATE("staff_update");

    @EnumeratedValue
    private final String label;

    ArticleType(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }
}
