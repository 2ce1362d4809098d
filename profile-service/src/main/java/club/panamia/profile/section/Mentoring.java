package club.panamia.profile.section;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What somebody offers as a mentor, as mentoring-service stores it; here it is only shown. */
@Schema(description = "There while somebody offers mentoring")
public record Mentoring(
        @Schema(required = true) List<String> expertise,
        @Schema(required = true) List<String> languages) {

    /** Null where nothing is offered at the moment. */
    public static @Nullable Mentoring of(@Nullable JsonObject stored) {
        return stored == null || !Boolean.TRUE.equals(stored.getValue("enabled"))
                ? null
                : new Mentoring(texts(stored.getValue("expertise")), texts(stored.getValue("languages")));
    }

    private static List<String> texts(@Nullable Object stored) {
        return stored instanceof JsonArray array
                ? array.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }
}
