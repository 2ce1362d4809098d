package club.panamia.social.transfer;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What becomes of what is there already. */
@Schema(name = "ImportMode")
public enum Mode {
    /** It stays. */
    MERGE("merge"),
    /** What the file does not name goes. */
    OVERWRITE("overwrite");

    private final String label;

    Mode(String label) {
        this.label = label;
    }

    @JsonValue
    public String label() {
        return label;
    }

    /** Refuses what is none with an {@link IllegalArgumentException}. */
    public static Mode fromString(String label) {
        return Arrays.stream(values())
                .filter(mode -> mode.label.equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mode: " + label));
    }
}
