package club.panamia.content.report;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What a reader says against an article. */
@Path("/api/articles/{slug}/report")
@Tag(name = "Reading")
class ReportResource {

    private static final int REPORTS = 20;
    private static final Duration PER = Duration.ofDays(1);

    private final Reports reports;
    private final RateLimits limits;
    private final CurrentActor caller;

    ReportResource(Reports reports, RateLimits limits, CurrentActor caller) {
        this.reports = reports;
        this.limits = limits;
        this.caller = caller;
    }

    /** The answer is the same whatever moderators have made of an earlier one. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "reportArticle", summary = "Tell the moderators that a published article does harm")
    @APIResponse(responseCode = "204", description = "They will see it; its authors do not hear of it")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article: none that is published")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: an unknown reason, or a note of more than 1000 characters")
    @APIResponse(responseCode = "429", description = "too-many-requests: 20 a day")
    public Uni<RestResponse<Void>> report(@RestPath String slug, @Valid @NotNull Report report) {
        var reader = caller.actor();
        return limits.take("article-report", reader.userId(), REPORTS, PER)
                .chain(() -> reports.file(reader, slug, report))
                .replaceWith(RestResponse.noContent());
    }
}
