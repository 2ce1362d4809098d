package club.panamia.content.report;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a moderator makes of a report. */
@Schema(description = "What becomes of a report")
record Settlement(@NotNull @Schema(required = true) Outcome outcome) {

    /** Whether there was something in it. */
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
    }
}
