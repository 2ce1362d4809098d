package club.panamia.social.conversation;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far I have read where I am named. */
@Path("/api/social/mentions/read")
@Tag(name = "Conversations")
class MentionsReadResource {

    private final Conversations conversations;
    private final CurrentActor caller;

    MentionsReadResource(Conversations conversations, CurrentActor caller) {
        this.conversations = conversations;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "markMentionsRead", summary = "Say how far I have read where I am named; only forward")
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-status: none that names me")
    @APIResponse(responseCode = "422", description = "invalid-input: a post is needed")
    public Uni<Void> read(@Valid @NotNull ReadMark mark) {
        return conversations.readMentions(caller.actor(), mark);
    }
}
