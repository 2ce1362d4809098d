package club.panamia.social.actor;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that somebody says of themselves beside their description. */
@Schema(description = "Something that an actor says of itself, such as an address")
record ActorField(
        @Schema(required = true, description = "Plain words")
        String name,

        @Schema(required = true, description = "HTML that a page can show as it is")
        String value,

        @Nullable
        @Schema(
                description =
                        "Since when the page that it links to is known to link back (rel=me), so that it is the actor's own;"
                                + " absent where it is not")
        Instant verifiedAt) {

    /** @param proven since when, by the values of fields; null where none is */
    static List<ActorField> of(JsonArray kept, @Nullable JsonObject proven) {
        return kept.stream()
                .map(JsonObject.class::cast)
                .map(field -> of(field.getString("name"), field.getString("value"), proven))
                .toList();
    }

    boolean hasProof() {
        return verifiedAt != null;
    }

    private static ActorField of(String name, String value, @Nullable JsonObject proven) {
        var since = proven == null ? null : proven.getString(value);
        return new ActorField(
                name, value, since == null ? null : OffsetDateTime.parse(since).toInstant());
    }
}
