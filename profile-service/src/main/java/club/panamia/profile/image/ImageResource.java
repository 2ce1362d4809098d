package club.panamia.profile.image;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.media.Media;
import club.panamia.kernel.media.MediaFiles;
import club.panamia.kernel.request.IfMatch;
import club.panamia.profile.section.PlainText;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One of a person's own pictures. */
@Path("/api/profiles/me/images/{slot}")
@Tag(name = "My profile")
@RolesAllowed(Roles.MEMBER)
class ImageResource {

    private static final int UPLOADS = 40;
    private static final Duration PER = Duration.ofHours(1);
    private static final byte[] EMPTY = {};

    private final HangPicture pictures;
    private final Media media;
    private final MediaFiles files;
    private final RateLimits limits;
    private final CurrentActor caller;

    ImageResource(HangPicture pictures, Media media, MediaFiles files, RateLimits limits, CurrentActor caller) {
        this.pictures = pictures;
        this.media = media;
        this.files = files;
        this.limits = limits;
        this.caller = caller;
    }

    /** The body is the file itself. What it is is told by its bytes, not by the declared type. */
    @PUT
    @Consumes({"image/jpeg", "image/png", "image/webp"})
    @Operation(
            operationId = "putMyImage",
            summary =
                    "Show a picture at primary, header, gallery1, gallery2 or gallery3: JPEG, PNG or WebP, at most 5 MB and"
                            + " 8000 x 8000 pixels; it is drawn anew, so that nothing tells where it was taken")
    @APIResponse(
            responseCode = "200",
            description = "All my pictures; the ETag is the profile's",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GalleryView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet; not-found: there is no such slot")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "413", description = "too-large: more than 5 MB")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: send image/jpeg, image/png or image/webp")
    @APIResponse(responseCode = "422", description = "invalid-input: not such a picture, too many pixels, or no alt")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    @APIResponse(responseCode = "429", description = "too-many-requests: 40 pictures an hour")
    public Uni<RestResponse<GalleryView>> put(
            @RestPath String slot,
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RestQuery
                    @NotNull
                    @Size(min = 1, max = 300)
                    @PlainText
                    @Parameter(description = "What those read who do not see it")
                    String alt,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte @Nullable [] image) {
        var owner = caller.actor();
        var place = Slot.named(slot);
        var seen = IfMatch.required(ifMatch);
        return limits.take("profile-image", owner.userId(), UPLOADS, PER)
                .chain(() -> pictures.prepare(owner, seen))
                .chain(() -> media.keep(owner.userId(), Objects.requireNonNullElse(image, EMPTY)))
                .chain(kept -> pictures.hang(owner, place, seen, kept, alt))
                .map(gallery -> GalleryView.answer(gallery, files));
    }

    @DELETE
    @Operation(operationId = "removeMyImage", summary = "Take a picture down; its files are removed within the hour")
    @APIResponse(
            responseCode = "200",
            description = "The pictures that are left; the ETag is the profile's",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GalleryView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet; not-found: nothing hangs there")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<GalleryView>> remove(
            @RestPath String slot, @RestHeader("If-Match") @Nullable String ifMatch) {
        return pictures.takeDown(caller.actor(), Slot.named(slot), IfMatch.required(ifMatch))
                .map(gallery -> GalleryView.answer(gallery, files));
    }
}
