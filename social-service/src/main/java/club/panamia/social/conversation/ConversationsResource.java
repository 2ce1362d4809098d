package club.panamia.social.conversation;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What I and a few others say to each other. */
@Path("/api/social/conversations")
@Tag(name = "Conversations")
@RolesAllowed(Roles.MEMBER)
class ConversationsResource {

    private final Conversations conversations;
    private final CurrentActor caller;

    ConversationsResource(Conversations conversations, CurrentActor caller) {
        this.conversations = conversations;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listConversations",
            summary = "List with whom I exchange direct posts, the one in which something was said last first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<ConversationView>> list(@BeanParam @Valid PageQuery query) {
        return conversations.of(caller.actor(), query);
    }

    @GET
    @Path("/{id}/messages")
    @Operation(operationId = "listMessagesOfConversation", summary = "List what was said in it, newest first")
    @APIResponse(responseCode = "200", description = "One page; none where I have no such conversation")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<StatusView>> messages(@RestPath String id, @BeanParam @Valid PageQuery query) {
        return conversations.messages(caller.actor(), id, query);
    }

    @PUT
    @Path("/{id}/read")
    @Operation(operationId = "markConversationRead", summary = "Say how far I have read in it; only forward")
    @APIResponse(responseCode = "204", description = "It is noted")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-conversation: none of mine, or the post is not in it")
    @APIResponse(responseCode = "422", description = "invalid-input: a post is needed")
    public Uni<Void> read(@RestPath String id, @Valid @NotNull ReadMark mark) {
        return conversations.read(caller.actor(), id, mark);
    }
}
