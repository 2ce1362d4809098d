package club.panamia.social.filter;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What I do not want to read, or only behind a warning. What I say myself I always see. */
@Path("/api/social/filters")
@Tag(name = "Filters")
@RolesAllowed(Roles.MEMBER)
class FiltersResource {

    private static final int PER_HOUR = 120;
    private static final Duration HOUR = Duration.ofHours(1);

    private final KeepFilter keepFilter;
    private final Filters filters;
    private final RateLimits limits;
    private final CurrentActor caller;

    FiltersResource(KeepFilter keepFilter, Filters filters, RateLimits limits, CurrentActor caller) {
        this.keepFilter = keepFilter;
        this.filters = filters;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listFilters", summary = "List my filters, newest first")
    @APIResponse(responseCode = "200", description = "At most 100")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    public Uni<List<FilterView>> list() {
        return filters.of(caller.actor());
    }

    @POST
    @Operation(
            operationId = "addFilter",
            summary =
                    "Leave posts with some words or a hashtag out of lists of mine, or have them say that they have them")
    @APIResponse(
            responseCode = "201",
            description = "The filter; it holds from now on, in open streams, too",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = FilterView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "409", description = "too-many-filters: 100; request-still-running")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places; idempotency-key-reused")
    @APIResponse(responseCode = "429", description = "too-many-requests: 120 an hour")
    public Uni<RestResponse<FilterView>> add(@Valid @NotNull FilterDraft filter) {
        return limits.take("social-filter", caller.actor().userId(), PER_HOUR, HOUR)
                .chain(() -> keepFilter.add(filter));
    }

    @PUT
    @Path("/{id}")
    @Operation(operationId = "changeFilter", summary = "Have a filter of mine be another one")
    @APIResponse(responseCode = "200", description = "The filter")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-filter: none of mine")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "429", description = "too-many-requests: 120 an hour")
    public Uni<FilterView> change(@RestPath String id, @Valid @NotNull FilterDraft filter) {
        return limits.take("social-filter", caller.actor().userId(), PER_HOUR, HOUR)
                .chain(() -> keepFilter.change(id, filter));
    }

    @DELETE
    @Path("/{id}")
    @Operation(operationId = "removeFilter", summary = "Take a filter of mine away")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-filter: none of mine")
    public Uni<Void> remove(@RestPath String id) {
        return filters.remove(caller.actor(), id);
    }
}
