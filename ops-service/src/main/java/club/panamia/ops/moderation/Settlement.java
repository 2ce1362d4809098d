package club.panamia.ops.moderation;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a moderator makes of a report. */
@Schema(name = "ReportSettlement", description = "What becomes of a report")
public record Settlement(@NotNull @Schema(required = true) Outcome outcome) {

    /** Whether there was something in it. */
    @Schema(name = "ReportOutcome")
    public enum Outcome {
        UPHELD("upheld"),
        DISMISSED("dismissed");

        private final String label;

        Outcome(String label) {
            this.label = label;
        }

        @JsonValue
        public String label() {
            return label;
        }

        /** As it stands in a path. */
        public static Outcome fromString(String label) {
            return Arrays.stream(values())
                    .filter(outcome -> outcome.label.equals(label))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("A report is upheld or dismissed."));
        }
    }
}
