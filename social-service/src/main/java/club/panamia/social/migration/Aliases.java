package club.panamia.social.migration;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Under which other ids somebody says to be known. */
@Schema(name = "ActorAliases", description = "The actors of other servers that are me, too")
record Aliases(
        @NotNull @Nullable @Size(max = 5) @Schema(required = true, description = "Their ids, five at most")
        List<@NotNull @Size(min = 1, max = 2000) String> alsoKnownAs) {}
