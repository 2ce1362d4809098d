package club.panamia.profile.directory;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.profile.answer.Cacheable;
import club.panamia.profile.section.Viewer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking for people and businesses. */
@Path("/api/directory")
@Tag(name = "Directory")
@PermitAll
class DirectoryResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Directory directory;
    private final CurrentActor caller;
    private final RateLimits limits;
    private final int perMinute;

    DirectoryResource(Directory directory, CurrentActor caller, RateLimits limits, DirectorySettings settings) {
        this.directory = directory;
        this.caller = caller;
        this.limits = limits;
        this.perMinute = settings.perMinute();
    }

    /** A member may find more by distance: those who show members where they are. */
    @GET
    @Cacheable
    @Operation(
            operationId = "searchDirectory",
            summary = "Find people and businesses by words, by what they do and by where they are")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @APIResponse(
            responseCode = "422",
            description =
                    "invalid-input: an unknown category or county, no coordinates, a cursor or limit that is none")
    @APIResponse(responseCode = "429", description = "too-many-requests: searches and counts of one caller in a minute")
    public Uni<Page<DirectoryEntry>> search(
            @BeanParam @Valid DirectorySearch search,
            @BeanParam @Valid PageQuery page,
            @Context RoutingContext context) {
        var checked = search.checked();
        return viewer(context).chain(viewer -> directory.page(checked, page, viewer));
    }

    @GET
    @Path("facets")
    @Cacheable
    @Operation(
            operationId = "countDirectory",
            summary = "Count who is found by the same search: by category, county and more")
    @APIResponse(responseCode = "200", description = "Exact up to 10000, of a sample beyond that")
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown category or county, no coordinates")
    @APIResponse(responseCode = "429", description = "too-many-requests: searches and counts of one caller in a minute")
    public Uni<Facets> facets(@BeanParam @Valid DirectorySearch search, @Context RoutingContext context) {
        var checked = search.checked();
        return viewer(context).chain(viewer -> directory.facets(checked, viewer));
    }

    @GET
    @Path("featured")
    @Cacheable
    @Operation(operationId = "listFeaturedProfiles", summary = "Show a few verified people, others each day")
    @APIResponse(responseCode = "200", description = "Those of today")
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @APIResponse(responseCode = "422", description = "invalid-input: limit")
    public Uni<Selection> featured(@BeanParam @Valid Few few) {
        return directory.featured(few.limit);
    }

    /** Never kept by a cache: the next reader shall meet others. */
    @GET
    @Path("random")
    @Operation(operationId = "listRandomProfiles", summary = "Show a few people, others each time")
    @APIResponse(responseCode = "200", description = "Those of this time")
    @APIResponse(responseCode = "422", description = "invalid-input: limit")
    public Uni<Selection> random(@BeanParam @Valid Few few) {
        return directory.random(Ids.next(), few.limit);
    }

    /** Searches are counted by person, or by address where nobody is signed in: nobody copies the directory page by page. */
    private Uni<Viewer> viewer(RoutingContext context) {
        return caller.find()
                .call(actor -> limits.take("directory", asker(actor, context), perMinute, MINUTE))
                .map(Viewer::of);
    }

    private static String asker(Optional<Actor> actor, RoutingContext context) {
        return actor.map(Actor::userId)
                .orElseGet(() -> context.request().remoteAddress().hostAddress());
    }
}
