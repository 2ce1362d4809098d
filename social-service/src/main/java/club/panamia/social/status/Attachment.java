package club.panamia.social.status;

import io.vertx.core.json.JsonObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A picture, a sound or a film that belongs to a post. */
@Schema(name = "StatusAttachment")
public record Attachment(
        @Schema(required = true) String id,

        @Schema(required = true, description = "image, audio or video")
        String type,

        @Schema(required = true) String mediaType,
        @Schema(required = true) String url,
        @Nullable String previewUrl,

        @Nullable @Schema(description = "What it shows, for those who cannot see or hear it")
        String description,

        @Nullable String blurhash,
        @Nullable Integer width,
        @Nullable Integer height) {

    static Attachment of(Object document) {
        var json = (JsonObject) document;
        return new Attachment(
                json.getString("id"),
                json.getString("type"),
                json.getString("mediaType"),
                json.getString("url"),
                json.getString("previewUrl"),
                json.getString("description"),
                json.getString("blurhash"),
                json.getInteger("width"),
                json.getInteger("height"));
    }
}
