package club.panamia.social.media;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The files of posts. Where a post is not for everybody, they are at the signed addresses only that the post names. */
@Path("/media/social/{id}")
@Tag(name = "Posts")
@PermitAll
class MediaFileResource {

    private final ShownFiles files;
    private final MediaLinks links;

    MediaFileResource(ShownFiles files, MediaLinks links) {
        this.files = files;
        this.links = links;
    }

    @GET
    @Path("/{size}.jpg")
    @Produces("image/jpeg")
    @Operation(operationId = "readStatusPicture", summary = "Show a picture of a post: 96, 320 or 960 pixels")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part of it that Range asks for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(
            responseCode = "404",
            description = "not-found: also when a signed address is over, or the post is gone")
    public Uni<RestResponse<byte[]>> picture(@RestPath String id, @RestPath String size, @BeanParam Asking asking) {
        return file(new MediaName(id, size + ".jpg"), asking);
    }

    @GET
    @Path("/sound.ogg")
    @Produces("audio/ogg")
    @Operation(operationId = "readStatusSound", summary = "Play a sound of a post, in Opus")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "audio/ogg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part of it that Range asks for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(
            responseCode = "404",
            description = "not-found: also when a signed address is over, or the post is gone")
    public Uni<RestResponse<byte[]>> sound(@RestPath String id, @BeanParam Asking asking) {
        return file(new MediaName(id, "sound.ogg"), asking);
    }

    @GET
    @Path("/sound.wav")
    @Produces("audio/wav")
    @Operation(operationId = "readStatusWave", summary = "Play a sound of a post, in plain samples")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "audio/wav", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part of it that Range asks for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(
            responseCode = "404",
            description = "not-found: also when a signed address is over, or the post is gone")
    public Uni<RestResponse<byte[]>> wave(@RestPath String id, @BeanParam Asking asking) {
        return file(new MediaName(id, "sound.wav"), asking);
    }

    @GET
    @Path("/sound.webm")
    @Produces("audio/webm")
    @Operation(operationId = "readStatusRecording", summary = "Play a sound of a post, as a browser recorded it")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "audio/webm", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part of it that Range asks for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(
            responseCode = "404",
            description = "not-found: also when a signed address is over, or the post is gone")
    public Uni<RestResponse<byte[]>> recording(@RestPath String id, @BeanParam Asking asking) {
        return file(new MediaName(id, "sound.webm"), asking);
    }

    @GET
    @Path("/sound.m4a")
    @Produces("audio/mp4")
    @Operation(operationId = "readStatusMemo", summary = "Play a sound of a post, as Safari or a telephone recorded it")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "audio/mp4", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part of it that Range asks for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(
            responseCode = "404",
            description = "not-found: also when a signed address is over, or the post is gone")
    public Uni<RestResponse<byte[]>> memo(@RestPath String id, @BeanParam Asking asking) {
        return file(new MediaName(id, "sound.m4a"), asking);
    }

    @GET
    @Path("/film.webm")
    @Produces("video/webm")
    @Operation(operationId = "readStatusFilm", summary = "Show a film of a post")
    @APIResponse(
            responseCode = "200",
            description = "The file",
            content = @Content(mediaType = "video/webm", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "206", description = "The part of it that Range asks for")
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(
            responseCode = "404",
            description = "not-found: also when a signed address is over, or the post is gone")
    public Uni<RestResponse<byte[]>> film(@RestPath String id, @BeanParam Asking asking) {
        return file(new MediaName(id, "film.webm"), asking);
    }

    private Uni<RestResponse<byte[]>> file(MediaName name, Asking asking) {
        return files.isForEverybody(name, links.isSigned(name.id(), asking.until, asking.signature))
                .chain(isOpen -> files.answer(name, isOpen, asking));
    }
}
