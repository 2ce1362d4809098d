package club.panamia.content.cover;

import club.panamia.kernel.media.MediaFiles;
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
import org.jspecify.annotations.Nullable;

/** The picture files of covers. */
@Path("/media/content/{file}")
@Tag(name = "Reading")
class CoverFileResource {

    private final MediaFiles files;

    CoverFileResource(MediaFiles files) {
        this.files = files;
    }

    @GET
    @PermitAll
    @Produces("image/jpeg")
    @Operation(operationId = "readCoverFile", summary = "Show a picture; its address never shows another one")
    @APIResponse(
            responseCode = "200",
            description = "The picture, to be kept for a year",
            content = @Content(mediaType = "image/jpeg", schema = @Schema(type = SchemaType.STRING, format = "binary")))
    @APIResponse(responseCode = "304", description = "You have it already")
    @APIResponse(responseCode = "404", description = "not-found")
    public Uni<RestResponse<byte[]>> read(
            @RestPath String file, @RestHeader("If-None-Match") @Nullable String ifNoneMatch) {
        return files.show(file, ifNoneMatch);
    }
}
