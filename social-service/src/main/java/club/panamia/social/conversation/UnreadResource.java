package club.panamia.social.conversation;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much I have not read. */
@Path("/api/social/unread")
@Tag(name = "Conversations")
class UnreadResource {

    private final Conversations conversations;
    private final CurrentActor caller;

    UnreadResource(Conversations conversations, CurrentActor caller) {
        this.conversations = conversations;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "countUnreadPosts", summary = "Count the mentions and direct posts that I have not read")
    @APIResponse(responseCode = "200", description = "How many")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<UnreadView> count() {
        return conversations.unread(caller.actor());
    }
}
