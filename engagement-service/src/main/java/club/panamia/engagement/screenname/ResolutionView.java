package club.panamia.engagement.screenname;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Where a name leads. */
@Schema(description = "Where a name leads")
record ResolutionView(
        @Schema(required = true, description = "The name of today, as its person writes it")
        String screenname,

        @Schema(required = true, description = "Whether it was another one that was asked for")
        boolean moved) {}
