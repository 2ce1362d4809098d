package club.panamia.profile.directory;

import club.panamia.kernel.page.Cursor;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Tags;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.vertx.mutiny.sqlclient.Row;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A profile as a card in the directory, without any way to reach the person.
 *
 * @param sortName what the directory is sorted by; only for the cursor
 */
@Schema(description = "A profile in the directory")
record DirectoryEntry(
        @Schema(required = true) String id,
        @Nullable String screenname,
        @Schema(required = true) String name,
        @JsonIgnore String sortName,
        @Nullable String fiveWords,
        @Nullable String details,
        @Schema(required = true) List<String> tags,
        @Schema(required = true) List<String> categories,
        @Schema(required = true) List<String> counties,
        @Nullable String locality) {

    static DirectoryEntry of(Row row) {
        return new DirectoryEntry(
                row.getString("id"),
                row.getString("screenname"),
                row.getString("name"),
                row.getString("sort_name"),
                row.getString("five_words"),
                row.getString("details"),
                Tags.Check.split(row.getString("tags")),
                Category.VOCABULARY.keys(row.getJsonObject("categories").getMap()),
                County.VOCABULARY.keys(row.getJsonObject("counties").getMap()),
                row.getString("address_locality"));
    }

    Cursor position() {
        return Cursor.of(sortName, id);
    }
}
