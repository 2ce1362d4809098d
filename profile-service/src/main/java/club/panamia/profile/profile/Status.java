package club.panamia.profile.profile;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a profile stands between its owner and the directory. */
@Schema(enumeration = {"draft", "submitted", "approved", "declined", "suspended"})
public enum Status {
    DRAFT("draft"),
    SUBMITTED("submitted"),
    APPROVED("approved"),
    DECLINED("declined"),
    SUSPENDED("suspended");

    @EnumeratedValue
    @JsonValue
    public final String label;

    Status(String label) {
        this.label = label;
    }
}
