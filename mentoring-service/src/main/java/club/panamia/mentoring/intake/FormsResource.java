package club.panamia.mentoring.intake;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.mentoring.form.FormSchema;
import club.panamia.mentoring.form.FormType;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Everybody's forms, for administrators. */
@Path("/api/intake-forms")
@Tag(name = "Intake forms")
@RolesAllowed(Roles.ADMIN)
class FormsResource {

    private final HandedInForms handedIn;
    private final ReopenForm reopenForm;
    private final CurrentActor caller;

    FormsResource(HandedInForms handedIn, ReopenForm reopenForm, CurrentActor caller) {
        this.handedIn = handedIn;
        this.reopenForm = reopenForm;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listIntakeForms",
            summary = "List the forms, newest first; whose they are reads that I have seen them")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: type, complete, cursor or limit")
    public Uni<Page<FormCard>> list(@BeanParam @Valid FormQuery query) {
        return caller.fresh().chain(admin -> handedIn.page(admin, query));
    }

    @GET
    @Path("/exports/{type}.csv")
    @Produces("text/csv; charset=utf-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"intake-forms.csv\"")
    @ResponseHeader(name = "Cache-Control", value = "no-store")
    @Operation(
            operationId = "exportIntakeForms",
            summary = "Export the newest 5000 forms of a kind that are handed in, as CSV")
    @APIResponse(responseCode = "200", description = "A line each; nothing in it runs as a formula")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "404", description = "no-such-form-type")
    public Uni<String> export(@RestPath String type) {
        var schema = FormSchema.of(FormType.of(type));
        return caller.fresh()
                .chain(admin -> handedIn.all(admin, schema.type()))
                .map(found -> new FormTable(schema, found).text());
    }

    @DELETE
    @Path("/{id}/submission")
    @Operation(operationId = "reopenIntakeForm", summary = "Let somebody change a form that they have handed in")
    @APIResponse(responseCode = "204", description = "It is a draft")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-form")
    public Uni<RestResponse<Void>> reopen(@RestPath String id) {
        return caller.fresh().chain(admin -> reopenForm.of(id)).replaceWith(RestResponse.noContent());
    }
}
