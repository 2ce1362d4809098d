package club.panamia.engagement.list.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that is on a list, in its order. */
@Schema(description = "What is on a list, in its order")
record Content(
        @NotNull @Size(min = 1, max = 500) @Schema(required = true)
        List<@NotNull @Valid ListedThing> items) {}
