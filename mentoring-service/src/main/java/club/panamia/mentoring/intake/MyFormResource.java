package club.panamia.mentoring.intake;

import static club.panamia.mentoring.form.FormProblem.NO_SUCH_FORM;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import club.panamia.mentoring.form.FormSchema;
import club.panamia.mentoring.form.FormType;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The caller's form of a kind. */
@Path("/api/intake-forms/mine/{type}")
@Tag(name = "Intake forms")
@RolesAllowed(Roles.MEMBER)
class MyFormResource {

    private final IntakeForms forms;
    private final EventLog events;
    private final CurrentActor caller;
    private final Clock clock;

    MyFormResource(IntakeForms forms, EventLog events, CurrentActor caller, Clock clock) {
        this.forms = forms;
        this.events = events;
        this.caller = caller;
        this.clock = clock;
    }

    @GET
    @WithTransaction
    @Operation(
            operationId = "readMyIntakeForm",
            summary = "Show my form of a kind, also one that I wrote without an account")
    @APIResponse(
            responseCode = "200",
            description = "The form; its ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FormView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-form-type; no-such-form: not begun")
    @APIResponse(responseCode = "409", description = "address-not-proven")
    public Uni<RestResponse<FormView>> read(@RestPath String type) {
        return forms.of(caller.actor(), FormType.of(type)).map(FormView::answer);
    }

    @PUT
    @WithTransaction
    @Operation(
            operationId = "writeMyIntakeForm",
            summary = "Begin my form of a kind, or write all of it anew, as a draft")
    @APIResponse(
            responseCode = "200",
            description = "The form as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FormView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-form-type")
    @APIResponse(responseCode = "409", description = "form-handed-in; form-written-twice; address-not-proven")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the fields")
    @APIResponse(responseCode = "428", description = "version-required: it is begun already; send If-Match")
    public Uni<RestResponse<FormView>> write(
            @RestPath String type, @RestHeader("If-Match") @Nullable String ifMatch, @Valid @NotNull FormDraft draft) {
        var actor = caller.actor();
        var schema = FormSchema.of(FormType.of(type));
        return forms.forChange(actor, schema.type())
                .invoke(form -> requireSeen(form, ifMatch))
                .invoke(form -> form.belongsTo(actor))
                .invoke(form -> form.write(draft, schema, clock.instant()))
                .call(form -> forms.requireOwn(actor, schema, draft.data()))
                .call(forms::persistAndFlush)
                .map(FormView::answer);
    }

    @PUT
    @Path("/submission")
    @WithTransaction
    @Operation(operationId = "submitMyIntakeForm", summary = "Hand my form in; it is changed no more")
    @APIResponse(
            responseCode = "200",
            description = "The form as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FormView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-form-type; no-such-form: not begun")
    @APIResponse(responseCode = "409", description = "form-handed-in; address-not-proven")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the fields that are needed")
    public Uni<RestResponse<FormView>> submit(@RestPath String type) {
        var actor = caller.actor();
        var schema = FormSchema.of(FormType.of(type));
        return forms.forChange(actor, schema.type())
                .invoke(MyFormResource::requireBegun)
                .invoke(form -> form.belongsTo(actor))
                .call(form -> events.record(actor.userId(), form.handIn(schema, clock.instant())))
                .call(forms::flush)
                .map(FormView::answer);
    }

    private static void requireBegun(IntakeForm form) {
        if (form.id == null) {
            throw NO_SUCH_FORM.because("You have not begun it.");
        }
    }

    /** Whoever begins it has seen nothing. */
    private static void requireSeen(IntakeForm form, @Nullable String ifMatch) {
        if (form.id != null) {
            IfMatch.required(ifMatch).require(form.version);
        }
    }
}
