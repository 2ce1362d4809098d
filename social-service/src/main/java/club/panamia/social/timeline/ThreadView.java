package club.panamia.social.timeline;

import club.panamia.social.status.StatusView;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A post's conversation, as far as it is meant for the viewer. */
@Schema(name = "StatusThread", description = "What a post answers, and what answers it")
record ThreadView(
        @Schema(required = true, description = "From the first one on, at most 100")
        List<StatusView> ancestors,

        @Schema(required = true, description = "In the order in which they were said, at most 200")
        List<StatusView> descendants) {}
