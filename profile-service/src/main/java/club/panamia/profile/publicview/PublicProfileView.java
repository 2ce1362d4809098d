package club.panamia.profile.publicview;

import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Socials;
import club.panamia.profile.section.Tags;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A profile as everybody sees it: no way to reach the person but those that they put on display themselves. */
@Schema(description = "A profile as everybody sees it")
record PublicProfileView(
        @Schema(required = true) String id,
        @Schema(required = true) String screenname,
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
        @Schema(required = true) Socials socials) {

    static PublicProfileView of(Row row) {
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
                Socials.of(row.getJsonObject("socials")));
    }
}
