package club.panamia.profile.section;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.EnumeratedValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Whether somebody lives or works in South Florida. */
@Schema(enumeration = {"yes", "no", "other"})
public enum LocallyBased {
    YES("yes"),
    NO("no"),
    OTHER("other");

    @EnumeratedValue
    @JsonValue
    public final String label;

    LocallyBased(String label) {
        this.label = label;
    }
}
