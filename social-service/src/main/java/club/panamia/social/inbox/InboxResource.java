package club.panamia.social.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where other servers bring what concerns anybody here (ActivityPub, section 7). */
@Path("/ap/inbox")
@Tag(name = "Federation")
@PermitAll
@Consumes({"application/activity+json", "application/ld+json"})
class InboxResource {

    private static final String DESCRIPTION = "Taken; it has its effect soon, if it has one";

    private final InboxEntrance entrance;

    InboxResource(InboxEntrance entrance) {
        this.entrance = entrance;
    }

    @POST
    @Operation(operationId = "sendToSharedInbox", summary = "Send an activity to all whom it concerns here, signed")
    @APIResponse(responseCode = "202", description = DESCRIPTION)
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(
            responseCode = "401",
            description = "not-signed; wrong-signature: Accept-Signature says what is asked for")
    @APIResponse(responseCode = "403", description = "forbidden: of another server, or signed by somebody else")
    @APIResponse(responseCode = "413", description = "too-large: a mebibyte at most")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(responseCode = "429", description = "too-many-requests: 30,000 a minute of one server")
    public Uni<RestResponse<Void>> shared(byte[] body) {
        return entrance.take(body);
    }
}
