package club.panamia.social.actor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Something that somebody says of themselves beside their description. */
@Schema(description = "Something that an actor says of itself, such as an address")
record ActorField(
        @Schema(required = true, description = "Plain words")
        String name,

        @Schema(required = true, description = "HTML that a page can show as it is")
        String value) {

    static List<ActorField> of(JsonArray kept) {
        return kept.stream()
                .map(JsonObject.class::cast)
                .map(field -> new ActorField(field.getString("name"), field.getString("value")))
                .toList();
    }
}
