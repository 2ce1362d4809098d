package club.panamia.engagement.list.content;

import club.panamia.engagement.list.Lists;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A whole list, to take out and to bring in. */
@Path("/api/lists/{id}")
@Tag(name = "Lists")
class ContentResource {

    private final Lists lists;
    private final Contents contents;
    private final CurrentActor caller;

    ContentResource(Lists lists, Contents contents, CurrentActor caller) {
        this.lists = lists;
        this.contents = contents;
        this.caller = caller;
    }

    @GET
    @Path("content")
    @PermitAll
    @Operation(operationId = "exportList", summary = "Take out what is on a list, in its order")
    @APIResponse(responseCode = "200", description = "All of it; what is not public any more is left out")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    public Uni<Content> export(@RestPath String id) {
        return caller.find()
                .chain(reader -> contents.of(reader.orElse(null), id))
                .map(Content::new);
    }

    /** Puts all of it at the end of a list of mine; what is on it already stays where it is. */
    @POST
    @Path("content")
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "importIntoList", summary = "Put many things on a list at once; again does nothing")
    @APIResponse(responseCode = "200", description = "What is new, and what there is not")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    @APIResponse(responseCode = "409", description = "list-is-full: it holds 500, and nothing was put on it")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    public Uni<ImportedView> bringIn(@RestPath String id, @NotNull @Valid Content content) {
        var owner = caller.actor();
        return lists.ofForChange(owner, id)
                .chain(list -> contents.bringIn(list, content.items(), owner))
                .map(imported -> ImportedView.of(imported, content.items()));
    }
}
