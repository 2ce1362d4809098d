package club.panamia.content.coauthor;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** In which order co-authors are named. */
@Schema(description = "The ids of all who are invited or have accepted, in the order in which they are named")
record CreditOrder(
        @Schema(required = true) @NotNull @Size(max = 20) List<@NotNull @Size(max = 100) String> userIds) {}
