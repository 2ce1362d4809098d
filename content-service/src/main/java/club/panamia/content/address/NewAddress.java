package club.panamia.content.address;

import club.panamia.content.text.Slug;
import jakarta.validation.constraints.AssertFalse;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The address that an author wants for an article. */
@Schema(description = "The address that I want for an article")
record NewAddress(
        @NotNull
        @Pattern(
                regexp = "[a-z0-9]([a-z0-9_-]{0,98}[a-z0-9])?",
                message = "must be up to 100 of a-z, 0-9, _ and -, with a letter or digit at each end")
        @Schema(required = true, examples = "ano-nuevo-en-miami")
        String slug) {

    @AssertFalse(message = "means something else; choose another address")
    @Schema(hidden = true)
    boolean isReserved() {
        return slug != null && new Slug(slug).reserved();
    }
}
