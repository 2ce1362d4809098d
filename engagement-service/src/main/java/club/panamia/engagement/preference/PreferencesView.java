package club.panamia.engagement.preference;

import club.panamia.engagement.notice.Category;
import io.vertx.mutiny.sqlclient.Row;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What somebody wants to be told, all of it. */
@Schema(description = "What I want to be told")
record PreferencesView(
        @Schema(required = true) List<CategoryView> categories,
        @Schema(required = true) NotificationSettings settings) {

    /** A category and where it is wanted. */
    @Schema(description = "A category and where I want it")
    record CategoryView(
            @Schema(required = true) String category,

            @Schema(required = true, description = "Whether it can be declined")
            boolean optional,

            @Schema(required = true) boolean inApp,
            @Schema(required = true) boolean email) {}

    static PreferencesView of(Iterable<Row> said) {
        var declined = new HashSet<String>();
        var settings = NotificationSettings.DEFAULT;
        for (var row : said) {
            settings = NotificationSettings.of(row);
            if (row.getString("declined") != null) {
                declined.add(row.getString("declined"));
            }
        }
        return new PreferencesView(
                Arrays.stream(Category.values())
                        .map(category -> view(category, declined))
                        .toList(),
                settings);
    }

    private static CategoryView view(Category category, Set<String> declined) {
        return new CategoryView(
                category.label(),
                category.optional(),
                !category.optional() || !declined.contains(category.label() + " inApp"),
                !category.optional() || !declined.contains(category.label() + " email"));
    }
}
