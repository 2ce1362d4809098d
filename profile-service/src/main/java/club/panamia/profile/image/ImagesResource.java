package club.panamia.profile.image;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.media.MediaFiles;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A person's own pictures. */
@Path("/api/profiles/me/images")
@Tag(name = "My profile")
class ImagesResource {

    private final Galleries galleries;
    private final MediaFiles files;
    private final CurrentActor caller;

    ImagesResource(Galleries galleries, MediaFiles files, CurrentActor caller) {
        this.galleries = galleries;
        this.files = files;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @WithSession
    @Operation(operationId = "listMyImages", summary = "Show my pictures")
    @APIResponse(
            responseCode = "200",
            description = "The pictures; the ETag is the profile's",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = GalleryView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    public Uni<RestResponse<GalleryView>> list() {
        return galleries.of(caller.actor()).map(gallery -> GalleryView.answer(gallery, files));
    }
}
