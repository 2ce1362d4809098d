package club.panamia.profile.transfer;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a record was passed over. */
@Schema(description = "Why a record was passed over")
record LineProblem(
        @Schema(required = true, description = "Where the record begins in the file; the first line is 1")
        int line,

        @Schema(required = true, description = "JSON Pointer to the field, empty for the record as a whole")
        String path,

        @Schema(required = true) String message) {}
