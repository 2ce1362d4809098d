package club.panamia.mentoring.state;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** What a session is for. Planning for the community is always free; the mentor's rate may apply to the others. */
public enum SessionType {
    ARTISTIC("artistic"),
    KNOWLEDGE_TRANSFER("knowledge_transfer"),
    PANAMIA_PLANNING("panamia_planning"),
    PANA_SUPPORT("pana_support");

    @EnumeratedValue
    private final String label;

    SessionType(String label) {
        this.label = label;
    }

    /** Public, like the enum: the API description is made by calling it. */
    @JsonValue
    public String label() {
        return label;
    }

    public static SessionType of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
