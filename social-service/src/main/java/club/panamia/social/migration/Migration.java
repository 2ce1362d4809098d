package club.panamia.social.migration;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Under which other ids somebody is known, and under which they go on. */
@Schema(description = "Who I am elsewhere")
record Migration(
        @NotNull @Schema(required = true, description = "Ids of actors of other servers that are me, too")
        List<String> alsoKnownAs,

        @Nullable @Schema(description = "The id under which I go on, once I have moved")
        String movedTo) {}
