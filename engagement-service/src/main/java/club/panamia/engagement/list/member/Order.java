package club.panamia.engagement.list.member;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which order what is on a list stands. */
@Schema(description = "The ids of all members of the list, in the order that they shall have")
record Order(
        @NotNull @Size(min = 1, max = 500) @Schema(required = true)
        List<@NotNull @Size(max = 64) String> ids) {}
