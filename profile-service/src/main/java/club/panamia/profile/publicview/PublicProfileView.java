package club.panamia.profile.publicview;

import club.panamia.kernel.media.MediaFiles;
import club.panamia.profile.image.ImageView;
import club.panamia.profile.profile.Badge;
import club.panamia.profile.section.Address;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Location;
import club.panamia.profile.section.Mentoring;
import club.panamia.profile.section.Socials;
import club.panamia.profile.section.Tags;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A profile as somebody else sees it: no way to reach the person but those that they show to such a viewer. */
@Schema(
        description =
                "A profile as somebody else sees it. Contact, address and socials are there as far as they are shown.")
record PublicProfileView(
        @Schema(required = true) String id,

        @Nullable @Schema(description = "Absent in a preview only, while none is chosen")
        String screenname,

        @Schema(required = true) String name,
        @Nullable String fiveWords,
        @Nullable String details,
        @Nullable String background,
        @Schema(required = true) List<String> tags,
        @Schema(required = true) List<String> categories,
        @Schema(required = true) List<String> counties,
        @Nullable String locality,
        @Nullable String region,
        @Nullable String country,
        @Schema(required = true) List<Badge> badges,
        @Nullable Mentoring mentoring,
        @Schema(required = true) Socials socials,
        @Nullable String email,
        @Nullable String phoneNumber,
        @Nullable String pronouns,
        @Nullable String hours,
        @Nullable Address address,
        @Nullable List<Location> locations,

        @Schema(required = true, description = "By where they hang: primary, header, gallery1, gallery2, gallery3")
        Map<String, ImageView> images) {

    static PublicProfileView of(Row row, MediaFiles files) {
        return new PublicProfileView(
                row.getString("id"),
                row.getString("screenname"),
                row.getString("name"),
                row.getString("five_words"),
                row.getString("details"),
                row.getString("background"),
                Tags.Check.split(row.getString("tags")),
                Category.VOCABULARY.keys(row.getJsonObject("categories").getMap()),
                County.VOCABULARY.keys(row.getJsonObject("counties").getMap()),
                row.getString("address_locality"),
                row.getString("address_region"),
                row.getString("address_country"),
                Badge.in(row.getJsonObject("verification")),
                Mentoring.of(row.getJsonObject("mentoring")),
                Socials.of(row.getJsonObject("socials")),
                row.getString("email"),
                row.getString("phone_number"),
                row.getString("pronouns"),
                row.getString("hours"),
                address(row.getJsonObject("address")),
                locations(row),
                ImageView.ofAll(row.getJsonObject("images"), files));
    }

    private static @Nullable Address address(@Nullable JsonObject shown) {
        return shown == null ? null : shown.mapTo(Address.class);
    }

    private static @Nullable List<Location> locations(Row row) {
        var shown = row.getJsonArray("locations");
        return shown == null
                ? null
                : shown.stream()
                        .map(place -> ((JsonObject) place).mapTo(Location.class))
                        .toList();
    }
}
