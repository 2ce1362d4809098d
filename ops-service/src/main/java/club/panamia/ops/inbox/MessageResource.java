package club.panamia.ops.inbox;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.ops.audit.AdminTrail;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** One message, for staff: who takes it on, what is answered, and whether it is taken care of. */
@Path("/api/contact/messages/{id}")
@Tag(name = "Contact")
@RolesAllowed("admin")
@APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
@APIResponse(
        responseCode = "403",
        description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
@APIResponse(responseCode = "404", description = "not-found: no message has this id")
class MessageResource {

    /** A message and all that was answered to it. */
    record Conversation(MessageView message, List<ReplyView> replies) {}

    private final Inbox inbox;
    private final WorkOnMessage work;
    private final AdminTrail trail;
    private final CurrentActor caller;

    MessageResource(Inbox inbox, WorkOnMessage work, AdminTrail trail, CurrentActor caller) {
        this.inbox = inbox;
        this.work = work;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "getContactMessage", summary = "Read a message and what was answered")
    @APIResponse(responseCode = "200", description = "The message and its replies, oldest first")
    public Uni<Conversation> read(@RestPath String id) {
        return caller.fresh()
                .chain(admin -> inbox.one(id).call(found -> trail.read(admin, List.of(found), MessageView::email)))
                .chain(message -> inbox.replies(id).map(replies -> new Conversation(message, replies)));
    }

    @PUT
    @Path("/acknowledgement")
    @Operation(operationId = "acknowledgeContactMessage", summary = "Say that the message is taken care of")
    @APIResponse(responseCode = "204", description = "It is; the first who said so is kept")
    public Uni<Void> acknowledge(@RestPath String id) {
        return caller.fresh().chain(admin -> work.acknowledge(id, admin));
    }

    @DELETE
    @Path("/acknowledgement")
    @Operation(operationId = "reopenContactMessage", summary = "Say that the message is not taken care of after all")
    @APIResponse(responseCode = "204", description = "It is open")
    public Uni<Void> reopen(@RestPath String id) {
        return caller.fresh().chain(admin -> work.reopen(id));
    }

    @PUT
    @Path("/assignment")
    @Operation(
            operationId = "assignContactMessage",
            summary = "Take the message on, or hand it to another administrator")
    @APIResponse(responseCode = "204", description = "It is theirs")
    @APIResponse(responseCode = "422", description = "invalid-input: that is no administrator")
    public Uni<Void> assign(@RestPath String id, @Valid @NotNull Assignment assignment) {
        return caller.fresh().chain(admin -> assign(id, admin, assignment));
    }

    private Uni<Void> assign(String id, Actor admin, Assignment assignment) {
        var assignee = Objects.requireNonNullElse(assignment.assignee(), admin.userId());
        return inbox.requireStaff(assignee).chain(() -> work.assign(id, assignee));
    }

    @DELETE
    @Path("/assignment")
    @Operation(operationId = "unassignContactMessage", summary = "Let the message be nobody's in particular")
    @APIResponse(responseCode = "204", description = "It is")
    public Uni<Void> unassign(@RestPath String id) {
        return caller.fresh().chain(admin -> work.unassign(id));
    }

    @DELETE
    @Path("/quarantine")
    @Operation(operationId = "releaseContactMessage", summary = "Say that the message was doubted for nothing")
    @APIResponse(
            responseCode = "204",
            description = "It stands among the others, and staff is told of it as of a new one")
    public Uni<Void> release(@RestPath String id) {
        return caller.fresh().chain(admin -> work.release(id));
    }

    @POST
    @Path("/replies")
    @Operation(operationId = "replyToContactMessage", summary = "Answer by mail; the message counts as taken care of")
    @APIResponse(
            responseCode = "201",
            description = "The answer is on its way",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = WorkOnMessage.Answered.class)))
    @APIResponse(responseCode = "409", description = "request-still-running: the first one with this Idempotency-Key")
    @APIResponse(responseCode = "422", description = "invalid-input: the text; idempotency-key-reused")
    public Uni<RestResponse<WorkOnMessage.Answered>> reply(@RestPath String id, @Valid @NotNull Reply reply) {
        return caller.fresh().chain(admin -> work.reply(id, admin, reply));
    }
}
