package club.panamia.engagement.list.content;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of a file that was not brought in. */
@Schema(description = "A line that is not brought in, and why")
record LineFault(
        @Schema(required = true, description = "From 1, the line of headings included")
        int line,

        @Schema(required = true) Reason reason) {

    /** Why not. */
    enum Reason {
        /** Its quotes are not closed, or it has not two or three cells, or signs that nobody can see. */
        @JsonProperty("malformed")
        MALFORMED,

        /** Neither people, profiles nor articles. */
        @JsonProperty("unknown-kind")
        UNKNOWN_KIND,

        /** The target or the note. */
        @JsonProperty("too-long")
        TOO_LONG,

        /** There is no such thing, or they do not want to be on lists. */
        @JsonProperty("unknown-target")
        UNKNOWN_TARGET
    }
}
