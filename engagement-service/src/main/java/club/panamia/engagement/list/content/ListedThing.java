package club.panamia.engagement.list.content;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something on a list, as it is taken out and brought in: by names that hold elsewhere, too. */
@Schema(description = "Something on a list, as it is exported and imported")
record ListedThing(
        @NotNull
        @Pattern(regexp = "^(people|profiles|articles)$")
        @Schema(
                required = true,
                enumeration = {"people", "profiles", "articles"})
        String kind,

        @NotNull
        @Size(min = 1, max = 200)
        @Schema(required = true, description = "A screenname, a profile's id or an article's slug")
        String target,

        @Nullable @Size(max = 280) String note) {}
