package club.panamia.social.document.note;

import club.panamia.social.document.ActivityJson;
import club.panamia.social.emoji.Emojis;
import club.panamia.social.emoji.OwnEmoji;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A picture that stands for {@code :shortcode:}, under the id that posts name it by. */
@Path("/ap/emojis/{id}")
@Tag(name = "Federation")
@PermitAll
@Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
class EmojiDocumentResource {

    private final Emojis emojis;
    private final Home home;

    EmojiDocumentResource(Emojis emojis, Home home) {
        this.emojis = emojis;
        this.home = home;
    }

    @GET
    @Operation(operationId = "readEmojiDocument", summary = "A picture of this server, as an ActivityPub document")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also when it was removed")
    public Uni<RestResponse<String>> document(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return emojis.one(id).map(emoji -> answer(emoji, known));
    }

    private RestResponse<String> answer(OwnEmoji emoji, @Nullable String known) {
        var document = NoteDocument.alone(of(
                home,
                emoji.id(),
                emoji.shortcode(),
                emoji.url(home),
                emoji.mediaType(),
                emoji.since().toString()));
        return ActivityJson.answer(document, "\"e%s\"".formatted(emoji.id()), known);
    }

    /** As it stands in the tags of a post, too (Mastodon's namespace, {@code toot:Emoji}). */
    static JsonObject of(Home home, String id, String shortcode, String url, String mediaType, String since) {
        return new JsonObject()
                .put("id", home.at("/ap/emojis/" + id))
                .put("type", "Emoji")
                .put("name", ":" + shortcode + ":")
                .put("updated", since)
                .put(
                        "icon",
                        new JsonObject()
                                .put("type", "Image")
                                .put("mediaType", mediaType)
                                .put("url", url));
    }
}
