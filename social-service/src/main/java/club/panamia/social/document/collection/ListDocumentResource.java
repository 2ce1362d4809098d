package club.panamia.social.document.collection;

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

/** A list that somebody shows to everybody, for other servers. */
@Path("/ap/lists/{id}")
@Tag(name = "Federation")
@PermitAll
class ListDocumentResource {

    private final PublicLists lists;

    ListDocumentResource(PublicLists lists) {
        this.lists = lists;
    }

    @GET
    @Produces({ActivityJson.TYPE, ActivityJson.LD_TYPE, MediaType.APPLICATION_JSON})
    @Operation(operationId = "readListDocument", summary = "A public list as an ActivityPub collection, in its order")
    @APIResponse(responseCode = "200", description = "The collection: actors, pages of people, and articles")
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(responseCode = "404", description = "not-found: also what is not for everybody")
    @APIResponse(responseCode = "410", description = "It is gone for good: a Tombstone")
    public Uni<RestResponse<String>> list(@RestPath String id, @RestHeader("If-None-Match") @Nullable String known) {
        return lists.document(id, known);
    }
}
