package club.panamia.content.mine;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own articles. */
@Path("/api/articles/mine")
@Tag(name = "Writing")
class MineResource {

    private final MyArticles articles;
    private final CurrentActor caller;

    MineResource(MyArticles articles, CurrentActor caller) {
        this.articles = articles;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyArticles", summary = "List what I have written, alone or with others")
    @APIResponse(responseCode = "200", description = "One page, the last changed first")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<MyArticle>> list(@BeanParam @Valid PageQuery page) {
        return articles.page(caller.actor(), page);
    }
}
