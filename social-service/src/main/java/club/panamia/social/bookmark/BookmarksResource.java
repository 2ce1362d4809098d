package club.panamia.social.bookmark;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.status.StatusView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The posts that I keep. */
@Path("/api/social/bookmarks")
@Tag(name = "Timelines")
class BookmarksResource {

    private final Bookmarks bookmarks;
    private final CurrentActor caller;

    BookmarksResource(Bookmarks bookmarks, CurrentActor caller) {
        this.bookmarks = bookmarks;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listBookmarks", summary = "List the posts that I keep, the one kept last first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<StatusView>> list(@BeanParam @Valid PageQuery query) {
        return bookmarks.of(caller.actor(), query);
    }
}
