package club.panamia.auth.export;

import static club.panamia.auth.audit.SecurityAction.EXPORT_READ;

import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** A copy of everything that the suite holds on one. */
@Path("/api/users/me/export")
@Tag(name = "Leaving")
@RolesAllowed("member")
class ExportResource {

    private static final int PER_DAY = 5;

    private final RequestExport requestExport;
    private final Exports exports;
    private final SecurityTrail trail;
    private final RateLimits limits;
    private final CurrentActor caller;

    ExportResource(
            RequestExport requestExport, Exports exports, SecurityTrail trail, RateLimits limits, CurrentActor caller) {
        this.requestExport = requestExport;
        this.exports = exports;
        this.trail = trail;
        this.limits = limits;
        this.caller = caller;
    }

    @POST
    @Operation(operationId = "requestExport", summary = "Ask for a copy of everything that is held on me")
    @APIResponse(responseCode = "202", description = "The services put it together, within seconds")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "409", description = "export-running: one is being put together")
    @APIResponse(responseCode = "429", description = "too-many-requests: five a day")
    public Uni<RestResponse<Void>> request() {
        return caller.fresh()
                .call(actor -> limits.take("export", actor.userId(), PER_DAY, Duration.ofDays(1)))
                .chain(requestExport::by)
                .replaceWith(RestResponse.accepted());
    }

    @GET
    @Operation(operationId = "readExport", summary = "Read the copy of everything that is held on me")
    @APIResponse(responseCode = "200", description = "The copy; kept for seven days")
    @APIResponse(
            responseCode = "202",
            description = "Not whole yet: waitingFor says who is at work; look again after Retry-After")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "404", description = "no-export: none was asked for, or it has expired")
    public Uni<RestResponse<ExportView>> read() {
        return caller.fresh().chain(this::copyOf);
    }

    private Uni<RestResponse<ExportView>> copyOf(Actor actor) {
        return exports.of(actor)
                .call(copy -> copy.isWhole()
                        ? trail.recordAtOnce(SecurityEvent.own(actor.userId(), EXPORT_READ))
                        : Uni.createFrom().voidItem())
                .map(ExportResource::answer);
    }

    private static RestResponse<ExportView> answer(ExportView copy) {
        var answer = RestResponse.ResponseBuilder.create(
                        copy.isWhole() ? RestResponse.Status.OK : RestResponse.Status.ACCEPTED, copy)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
        return copy.isWhole()
                ? answer.header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pana-data.json\"")
                        .build()
                : answer.header(HttpHeaders.RETRY_AFTER, 2).build();
    }
}
