package club.panamia.ops.emailchange;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.Status;

/** Another address for one's own account. */
@Path("/api/email-migrations")
@Tag(name = "E-mail changes")
@RolesAllowed("member")
class EmailMigrationsResource {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_PERSON = 3;

    private final AskForChange askForChange;
    private final Migrations migrations;
    private final RateLimits limits;
    private final CurrentActor caller;

    EmailMigrationsResource(AskForChange askForChange, Migrations migrations, RateLimits limits, CurrentActor caller) {
        this.askForChange = askForChange;
        this.migrations = migrations;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Operation(
            operationId = "requestEmailMigration",
            summary =
                    "Ask for another address, or for the mail once more; the new address proves itself within five minutes")
    @APIResponse(
            responseCode = "202",
            description = "A mail is on its way to the new address",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = PendingView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description =
                    "email-change-needs-recent-sign-in: fifteen minutes are over; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "409", description = "email-address-taken: another account has it, or is about to")
    @APIResponse(responseCode = "422", description = "invalid-input: no address, or the one that the account has")
    @APIResponse(responseCode = "429", description = "too-many-requests: three times an hour")
    public Uni<RestResponse<PendingView>> ask(@Valid @NotNull NewAddress wanted) {
        return caller.fresh()
                .call(migrations::requireRecentSignIn)
                .call(actor -> limits.take("email-migration", actor.userId(), PER_PERSON, HOUR))
                .chain(actor -> askForChange.by(actor, wanted))
                .map(pending -> RestResponse.status(Status.ACCEPTED, pending));
    }

    @GET
    @Path("/pending")
    @Operation(operationId = "getPendingEmailMigration", summary = "Show the address that waits for its proof")
    @APIResponse(responseCode = "200", description = "The address, and until when")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "404", description = "not-found: none waits")
    public Uni<PendingView> pending() {
        return caller.fresh()
                .chain(migrations::pending)
                .map(found -> found.orElseThrow(() -> NOT_FOUND.because("No address of yours waits for its proof.")));
    }

    @DELETE
    @Path("/pending")
    @Operation(operationId = "withdrawEmailMigration", summary = "Keep the address after all: the mailed link dies")
    @APIResponse(responseCode = "204", description = "Nothing waits")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "wrong-origin: by cookie from elsewhere")
    public Uni<Void> withdraw() {
        return caller.fresh().chain((Actor actor) -> migrations.withdraw(actor));
    }
}
