package club.panamia.ops.mail;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The outbox, for administrators. */
@Path("/api/ops/mail")
@Tag(name = "Mail")
class MailResource {

    private final Outbox outbox;
    private final CurrentActor caller;

    MailResource(Outbox outbox, CurrentActor caller) {
        this.outbox = outbox;
        this.caller = caller;
    }

    @GET
    @RolesAllowed("admin")
    @Operation(operationId = "listMail", summary = "List the mails in the outbox, newest first")
    @APIResponse(responseCode = "200", description = "A page of mails, without what is in them")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<MailView>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(admin -> outbox.newestFirst(query));
    }
}
