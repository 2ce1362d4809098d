package club.panamia.ops.mail;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.ops.audit.AdminTrail;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The outbox, for administrators. */
@Path("/api/ops/mail")
@Tag(name = "Mail")
class MailResource {

    private final Outbox outbox;
    private final AdminTrail trail;
    private final CurrentActor caller;

    MailResource(Outbox outbox, AdminTrail trail, CurrentActor caller) {
        this.outbox = outbox;
        this.trail = trail;
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
        return caller.fresh()
                .chain(admin ->
                        outbox.newestFirst(query).call(page -> trail.read(admin, page.items(), MailView::recipient)));
    }

    @POST
    @Path("/{id}/retry")
    @RolesAllowed("admin")
    @Operation(operationId = "retryMail", summary = "Let a parked mail be tried again from now on")
    @APIResponse(responseCode = "202", description = "It will")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(
            responseCode = "404",
            description = "not-found: none is parked under this id, or it is too late for it")
    public Uni<RestResponse<Void>> retry(@RestPath String id) {
        return caller.fresh().chain(admin -> outbox.retry(id)).replaceWith(RestResponse.accepted());
    }
}
