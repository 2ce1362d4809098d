package club.panamia.social.upload;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Files that wait for their posts. */
@Path("/api/social/media")
@Tag(name = "Posts")
@RolesAllowed(Roles.MEMBER)
class UploadsResource {

    private static final int PER_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final byte[] EMPTY = {};

    private final KeepUpload keepUpload;
    private final Room room;
    private final Uploads uploads;
    private final RateLimits limits;
    private final CurrentActor caller;

    UploadsResource(KeepUpload keepUpload, Room room, Uploads uploads, RateLimits limits, CurrentActor caller) {
        this.keepUpload = keepUpload;
        this.room = room;
        this.uploads = uploads;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "readMediaStorage", summary = "Tell how much my files take, and how much they may")
    @APIResponse(responseCode = "200", description = "Both in bytes")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<StorageView> storage() {
        return room.of(caller.actor());
    }

    /** The body is the file itself. What it is is told by its bytes, not by the declared type. */
    @POST
    @ResponseStatus(201)
    @Consumes({
        "image/jpeg",
        "image/png",
        "image/webp",
        "image/gif",
        "audio/ogg",
        "audio/webm",
        "audio/mp4",
        "audio/x-m4a",
        "audio/wav",
        "video/webm"
    })
    @Operation(
            operationId = "uploadMedia",
            summary =
                    "Upload a file for a post: a JPEG, PNG, WebP or GIF picture (5 MB, 8000 x 8000 pixels; it is drawn anew, so"
                            + " that nothing tells where it was taken, and stands still), an Opus, WebM, MPEG-4 or WAV sound (60 seconds) or a WebM film (10 MB); a"
                            + " file that no post names within a day goes")
    @APIResponse(
            responseCode = "201",
            description = "What is known of it, and the id that a post names it by",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = UploadView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "409", description = "too-many-files-wait: 40 without a post or a draft")
    @APIResponse(responseCode = "413", description = "too-large: a picture of more than 5 MB, or more than 10 MB")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(
            responseCode = "422",
            description =
                    "invalid-input: no such file, too many pixels, or too long; media-quota-reached: usedBytes and"
                            + " allowedBytes say how much there is")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    @APIResponse(responseCode = "503", description = "overloaded: many files are coming in")
    public Uni<UploadView> upload(
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte @Nullable [] file) {
        var person = caller.actor();
        return limits.take("social-media", person.userId(), PER_HOUR, HOUR)
                .chain(() -> keepUpload.admit(person))
                .chain(() -> keepUpload.look(Objects.requireNonNullElse(file, EMPTY)))
                .chain(known -> keepUpload.keep(person, known));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "discardMedia", summary = "Throw a file away that waits for its post")
    @APIResponse(responseCode = "204", description = "It goes within the hour, and no post can name it any more")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "not-found: none of mine that waits")
    public Uni<Void> discard(@RestPath String id) {
        return uploads.discard(caller.actor(), id);
    }
}
