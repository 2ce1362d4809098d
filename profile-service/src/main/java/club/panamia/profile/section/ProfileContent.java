package club.panamia.profile.section;

import com.fasterxml.jackson.annotation.JsonAlias;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything in a profile that is its owner's to say. */
@Schema(description = "What a person says about themselves. Everything but the name may be left out.")
public record ProfileContent(
        @Schema(required = true) @Size(min = 2, max = 75) @PlainText
        String name,

        @JsonAlias("phone_number")
        @Nullable
        @Size(max = 15)
        @PlainText
        @Pattern(regexp = "[0-9+ ().-]*", message = "must be a telephone number")
        String phoneNumber,

        @Nullable @Size(max = 60) @PlainText String pronouns,
        @JsonAlias("locally_based") @Nullable LocallyBased locallyBased,
        @JsonAlias("whatsapp_community") boolean whatsappCommunity,
        @Valid Descriptions descriptions,
        @Valid Socials socials,
        Map<@Known(Category.class) String, @Nullable Boolean> categories,
        Map<@Known(County.class) String, @Nullable Boolean> counties,
        @JsonAlias("primary_address") @Nullable @Valid Address address,
        @Size(max = 10) List<@NotNull @Valid Location> locations,
        @Nullable @Valid Hours hours,
        @Nullable @Valid GenteDePana gentedepana,
        Audience audience) {

    public ProfileContent {
        name = Typed.required(name);
        phoneNumber = Typed.text(phoneNumber);
        pronouns = Typed.text(pronouns);
        descriptions = Objects.requireNonNullElse(descriptions, Descriptions.NONE);
        socials = Objects.requireNonNullElse(socials, Socials.NONE);
        categories = Objects.requireNonNullElse(categories, Map.of());
        counties = Objects.requireNonNullElse(counties, Map.of());
        locations = Objects.requireNonNullElse(locations, List.of());
        audience = Objects.requireNonNullElse(audience, Audience.NOBODY_ELSE);
    }
}
