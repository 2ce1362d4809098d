package club.panamia.social.report;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What somebody says against a post; its author does not hear of it. */
@Path("/api/social/statuses/{id}/report")
@Tag(name = "Moderation")
@RolesAllowed(Roles.MEMBER)
class StatusReportResource {

    private final Reports reports;
    private final RateLimits limits;
    private final CurrentActor caller;

    StatusReportResource(Reports reports, RateLimits limits, CurrentActor caller) {
        this.reports = reports;
        this.limits = limits;
        this.caller = caller;
    }

    /** The answer is the same whatever moderators have made of an earlier one. */
    @PUT
    @Operation(operationId = "reportStatus", summary = "Tell the moderators that a post does harm")
    @APIResponse(responseCode = "204", description = "They will see it, with what the post says now")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-status: also one that is not meant for me")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: an unknown reason, or a note of more than 1000 characters")
    @APIResponse(responseCode = "429", description = "too-many-requests: 20 a day")
    public Uni<Void> ofPost(@RestPath String id, @Valid @NotNull Report report) {
        var person = caller.actor();
        return limits.take(Reports.LIMIT, person.userId(), Reports.MOST, Reports.PER)
                .chain(() -> reports.ofPost(person, id, report));
    }
}
