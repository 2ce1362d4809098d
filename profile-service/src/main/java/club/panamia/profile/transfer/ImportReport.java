package club.panamia.profile.transfer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came, or would come, of a file. */
@Schema(description = "What came, or would come, of a file")
record ImportReport(
        @Schema(
                required = true,
                enumeration = {"checked", "running", "finished"})
        String state,

        @Schema(required = true, description = "So many records were looked at, in all uploads of this import")
        int records,

        @Schema(required = true, description = "So many of them became, or would become, profiles")
        int created,

        @Schema(required = true, description = "Why the others did not: the first 1000 reasons")
        List<LineProblem> problems) {}
