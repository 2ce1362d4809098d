package club.panamia.profile.directory;

import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
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
class DirectoryResource {

    private final Directory directory;

    DirectoryResource(Directory directory) {
        this.directory = directory;
    }

    @GET
    @PermitAll
    @Operation(operationId = "searchDirectory", summary = "Find people and businesses by words, category and county")
    @APIResponse(responseCode = "200", description = "One page, by name")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: an unknown category or county, a cursor or limit that is none")
    public Uni<Page<DirectoryEntry>> search(
            @BeanParam @Valid DirectorySearch search, @BeanParam @Valid PageQuery page) {
        return directory.page(search, page);
    }
}
