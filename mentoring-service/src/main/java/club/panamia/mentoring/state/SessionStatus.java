package club.panamia.mentoring.state;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import java.util.Locale;

/** How far a session has come: asked for, agreed on, held, or ended in another way. */
public enum SessionStatus {
    PENDING("pending"),
    SCHEDULED("scheduled"),
    IN_PROGRESS("in_progress"),
    COMPLETED("completed"),
    CANCELLED("cancelled"),
    DECLINED("declined");

    @EnumeratedValue
    private final String label;

    SessionStatus(String label) {
        this.label = label;
    }

    /** Public, like the enum: the API description is made by calling it. */
    @JsonValue
    public String label() {
        return label;
    }

    public static SessionStatus of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }
}
