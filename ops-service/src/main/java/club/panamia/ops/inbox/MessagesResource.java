package club.panamia.ops.inbox;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Cursor;
import club.panamia.kernel.page.Page;
import club.panamia.ops.audit.AdminTrail;
import club.panamia.ops.csv.Table;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jspecify.annotations.Nullable;

/** All messages, for staff. */
@Path("/api/contact")
@Tag(name = "Contact")
@RolesAllowed("admin")
class MessagesResource {

    private static final int BATCH = 200;

    private final Inbox inbox;
    private final AdminTrail trail;
    private final CurrentActor caller;

    MessagesResource(Inbox inbox, AdminTrail trail, CurrentActor caller) {
        this.inbox = inbox;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Path("/messages")
    @Operation(
            operationId = "listContactMessages",
            summary = "List or search the messages of the contact form, newest first")
    @APIResponse(responseCode = "200", description = "A page of messages")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the state, the words, the cursor or the limit")
    public Uni<Page<MessageView>> list(@BeanParam @Valid InboxQuery query) {
        return caller.fresh()
                .chain(admin -> inbox.page(query).call(page -> trail.read(admin, page.items(), MessageView::email)));
    }

    @GET
    @Path("/messages.csv")
    @Produces("text/csv; charset=utf-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"messages.csv\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(operationId = "exportContactMessages", summary = "Export the messages as CSV, newest first")
    @APIResponse(
            responseCode = "200",
            description = "All messages that the query finds; nothing in it runs as a formula")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the state or the words")
    public Multi<String> export(@BeanParam @Valid InboxQuery query) {
        return caller.fresh().onItem().transformToMulti(admin -> csv(admin, query));
    }

    private Multi<String> csv(Actor admin, InboxQuery query) {
        return Table.<MessageView>of(
                Table.cells("Received", "Name", "E-mail", "Message", "Acknowledged", "Quarantined for", "Replies"),
                last -> batch(admin, query, last),
                view -> Table.cells(
                        view.createdAt(),
                        view.name(),
                        view.email(),
                        view.message(),
                        view.acknowledgedAt(),
                        view.quarantinedFor() == null
                                ? null
                                : view.quarantinedFor().wire(),
                        view.replies()));
    }

    private Uni<List<MessageView>> batch(Actor admin, InboxQuery query, @Nullable MessageView last) {
        return inbox.rows(query, last == null ? Cursor.NEWEST : last.position(), BATCH)
                .call(rows -> trail.read(admin, rows, MessageView::email));
    }
}
