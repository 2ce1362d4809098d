package club.panamia.social.report;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a moderator makes of a report. */
@Schema(name = "SocialReportSettlement", description = "What becomes of a report")
record Settlement(@NotNull @Schema(required = true) Outcome outcome) {

    /** Whether there was something in it. */
    @Schema(name = "SocialReportOutcome")
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
