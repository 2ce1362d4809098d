package club.panamia.social.emoji;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.media.BlobStore;
import club.panamia.kernel.request.ETag;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** The files of emojis, which never change under the same address. */
@Path("/media/social/emojis")
@Tag(name = "Emojis")
@PermitAll
class EmojiFileResource {

    private final Emojis emojis;
    private final BlobStore blobs;

    EmojiFileResource(Emojis emojis, BlobStore blobs) {
        this.emojis = emojis;
        this.blobs = blobs;
    }

    @GET
    @Path("/{id}.png")
    @Produces("image/png")
    @Operation(operationId = "readEmojiPng", summary = "Show the picture of an emoji, in PNG")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "image/png", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "not-found: also when it was removed")
    public Uni<RestResponse<byte[]>> png(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return picture(id, "image/png", known);
    }

    @GET
    @Path("/{id}.gif")
    @Produces("image/gif")
    @Operation(operationId = "readEmojiGif", summary = "Show the picture of an emoji, in GIF")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "image/gif", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "not-found: also when it was removed")
    public Uni<RestResponse<byte[]>> gif(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return picture(id, "image/gif", known);
    }

    @GET
    @Path("/{id}.webp")
    @Produces("image/webp")
    @Operation(operationId = "readEmojiWebp", summary = "Show the picture of an emoji, in WebP")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "image/webp", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "not-found: also when it was removed")
    public Uni<RestResponse<byte[]>> webp(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return picture(id, "image/webp", known);
    }

    private Uni<RestResponse<byte[]>> picture(String id, String type, @Nullable String known) {
        return emojis.one(id).invoke(emoji -> require(emoji, type)).chain(emoji -> answer(emoji, known));
    }

    private static void require(OwnEmoji emoji, String type) {
        if (!emoji.mediaType().equals(type)) {
            throw NOT_FOUND.because("There is no such file.");
        }
    }

    private Uni<RestResponse<byte[]>> answer(OwnEmoji emoji, @Nullable String known) {
        var tag = "\"%s\"".formatted(emoji.id());
        if (ETag.isKnown(tag, known)) {
            return Uni.createFrom()
                    .item(ResponseBuilder.<byte[]>notModified()
                            .header("ETag", tag)
                            .build());
        }
        return blobs.get(OwnEmoji.key(emoji.id(), emoji.mediaType()))
                .map(content -> ResponseBuilder.ok(content, emoji.mediaType())
                        .header("ETag", tag)
                        .header("Cache-Control", "public, max-age=86400")
                        .header("Content-Security-Policy", "default-src 'none'; sandbox")
                        .header("Cross-Origin-Resource-Policy", "cross-origin")
                        .build());
    }
}
