package club.panamia.profile.section;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything in a profile that is its owner's to say. */
@Schema(description = "What a person says about themselves. Everything but the name may be left out.")
public record ProfileContent(
        @Schema(required = true) @Size(min = 2, max = 75) @PlainText
        String name,

        @Nullable @Size(max = 15) @PlainText @Pattern(regexp = "[0-9+ ().-]*", message = "must be a telephone number")
        String phoneNumber,

        @Nullable @Size(max = 60) @PlainText String pronouns,
        @Nullable LocallyBased locallyBased,
        boolean whatsappCommunity,
        @Valid Descriptions descriptions,
        @Valid Socials socials,
        Map<@Known(Category.class) String, @Nullable Boolean> categories,
        Map<@Known(County.class) String, @Nullable Boolean> counties,
        @Nullable @Valid Address address,
        @Nullable @Valid Hours hours,
        @Nullable @Valid GenteDePana gentedepana) {

    public ProfileContent {
        name = Typed.required(name);
        phoneNumber = Typed.text(phoneNumber);
        pronouns = Typed.text(pronouns);
        descriptions = Objects.requireNonNullElse(descriptions, Descriptions.NONE);
        socials = Objects.requireNonNullElse(socials, Socials.NONE);
        categories = Objects.requireNonNullElse(categories, Map.of());
        counties = Objects.requireNonNullElse(counties, Map.of());
    }
}
