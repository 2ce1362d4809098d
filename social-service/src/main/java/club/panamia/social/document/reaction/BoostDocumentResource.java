package club.panamia.social.document.reaction;

import club.panamia.social.document.ActivityJson;
import io.smallrye.mutiny.Uni;
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

/** That somebody of this server hands a post on, under its ActivityPub id. */
@Path("/ap/boosts/{id}")
@Tag(name = "Federation")
@PermitAll
@Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
class BoostDocumentResource {

    private final PublicReactions reactions;

    BoostDocumentResource(PublicReactions reactions) {
        this.reactions = reactions;
    }

    @GET
    @Operation(
            operationId = "readBoostDocument",
            summary = "That somebody of this server hands a post on, as an ActivityPub document")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also what is over, or not for everybody")
    public Uni<RestResponse<String>> document(
            @RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return reactions.boost(id, known);
    }
}
