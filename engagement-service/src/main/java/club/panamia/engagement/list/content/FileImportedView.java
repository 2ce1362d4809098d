package club.panamia.engagement.list.content;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a file, or would come of it. */
@Schema(description = "What came of a file; for a dry run, what would come of it")
record FileImportedView(
        @Schema(required = true, description = "How many things are new on the list")
        int added,

        @Schema(required = true, description = "Every line that is not brought in")
        List<LineFault> faults,

        @Schema(required = true) boolean dryRun) {}
