package club.panamia.profile.directory;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.profile.answer.Cacheable;
import club.panamia.profile.section.Viewer;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Looking for people and businesses. */
@Path("/api/directory")
@Tag(name = "Directory")
@PermitAll
class DirectoryResource {

    private final Directory directory;
    private final CurrentActor caller;

    DirectoryResource(Directory directory, CurrentActor caller) {
        this.directory = directory;
        this.caller = caller;
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
    public Uni<Page<DirectoryEntry>> search(
            @BeanParam @Valid DirectorySearch search, @BeanParam @Valid PageQuery page) {
        var checked = search.checked();
        return caller.find().chain(actor -> directory.page(checked, page, Viewer.of(actor)));
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
    public Uni<Facets> facets(@BeanParam @Valid DirectorySearch search) {
        var checked = search.checked();
        return caller.find().chain(actor -> directory.facets(checked, Viewer.of(actor)));
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
}
