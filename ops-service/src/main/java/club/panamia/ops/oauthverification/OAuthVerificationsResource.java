package club.panamia.ops.oauthverification;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.ops.audit.AdminTrail;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Sign-ins that wait for a proof, for administrators. */
@Path("/api/oauth-verifications")
@Tag(name = "OAuth verifications")
@RolesAllowed("admin")
class OAuthVerificationsResource {

    /** How many are gone. */
    record Forgotten(int forgotten) {}

    private final PendingVerifications pending;
    private final MailAgain mailAgain;
    private final AdminTrail trail;
    private final CurrentActor caller;

    OAuthVerificationsResource(
            PendingVerifications pending, MailAgain mailAgain, AdminTrail trail, CurrentActor caller) {
        this.pending = pending;
        this.mailAgain = mailAgain;
        this.trail = trail;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listOAuthVerifications",
            summary = "List the sign-ins by other providers that wait for a proof, newest first")
    @APIResponse(responseCode = "200", description = "A page of them, without links")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<VerificationView>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh()
                .chain(admin ->
                        pending.page(query).call(page -> trail.read(admin, page.items(), VerificationView::email)));
    }

    @POST
    @Path("/{id}/mail")
    @Operation(
            operationId = "mailOAuthVerificationAgain",
            summary = "Mail the proof again; it opens in the browser only that began")
    @APIResponse(responseCode = "204", description = "It is on its way, for five minutes")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: no such sign-in waits")
    public Uni<Void> mailAgain(@RestPath String id) {
        return caller.fresh()
                .chain(admin -> mailAgain.forAdmin(id))
                .invoke(sent -> {
                    if (!sent) {
                        throw NOT_FOUND.because("No such sign-in waits for a confirmation.");
                    }
                })
                .replaceWithVoid();
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "forgetOAuthVerification", summary = "Forget a sign-in that waits")
    @APIResponse(responseCode = "204", description = "It cannot be finished any more")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "not-found: no such sign-in waits")
    public Uni<Void> forget(@RestPath String id) {
        return caller.fresh().chain(admin -> pending.forget(id));
    }

    @DELETE
    @Operation(operationId = "purgeOAuthVerifications", summary = "Forget all sign-ins that waited too long")
    @APIResponse(responseCode = "200", description = "How many are gone")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(
            responseCode = "403",
            description = "forbidden: administrators only; wrong-origin: by cookie from elsewhere")
    public Uni<Forgotten> purge() {
        return caller.fresh().chain(admin -> pending.forgetExpired()).map(Forgotten::new);
    }
}
