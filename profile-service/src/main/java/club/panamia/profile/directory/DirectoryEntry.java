package club.panamia.profile.directory;

import club.panamia.kernel.media.MediaFiles;
import club.panamia.profile.image.ImageView;
import club.panamia.profile.profile.Badge;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Mentoring;
import club.panamia.profile.section.Tags;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A profile as a card in the directory, without any way to reach the person.
 *
 * @param sortKey what this list is sorted by; only for the cursor
 */
@Schema(description = "A profile in the directory")
record DirectoryEntry(
        @Schema(required = true) String id,
        @Nullable String screenname,
        @Schema(required = true) String name,
        @JsonIgnore Object sortKey,
        @Nullable String fiveWords,
        @Nullable String details,
        @Schema(required = true) List<String> tags,
        @Schema(required = true) List<String> categories,
        @Schema(required = true) List<String> counties,
        @Nullable String locality,
        @Schema(required = true) List<Badge> badges,
        @Nullable Mentoring mentoring,

        @Nullable @Schema(description = "The picture that stands for them")
        ImageView image,

        @Nullable @Schema(description = "How far from the place that was asked for, where this person shows theirs")
        Double miles) {

    static DirectoryEntry of(Row row, Sort sort, MediaFiles files) {
        return new DirectoryEntry(
                row.getString("id"),
                row.getString("screenname"),
                row.getString("name"),
                sort.key(row),
                row.getString("five_words"),
                row.getString("details"),
                Tags.Check.split(row.getString("tags")),
                Category.VOCABULARY.keys(row.getJsonObject("categories").getMap()),
                County.VOCABULARY.keys(row.getJsonObject("counties").getMap()),
                row.getString("address_locality"),
                Badge.in(row.getJsonObject("verification")),
                Mentoring.of(row.getJsonObject("mentoring")),
                ImageView.primary(row.getJsonObject("images"), files),
                rounded(row.getDouble("miles")));
    }

    private static @Nullable Double rounded(@Nullable Double miles) {
        return miles == null ? null : Math.round(miles * 100) / 100.0;
    }
}
