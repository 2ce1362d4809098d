package club.panamia.content.state;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;

/** Where an article stands between its author and its readers. */
public enum Status {
    DRAFT("draft"),
    PENDING_REVIEW("pending_review"),
    REVISION_NEEDED("revision_needed"),
    PUBLISHED("published"),
    REMOVED("removed");

    @EnumeratedValue
    private final String label;

    Status(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }
}
