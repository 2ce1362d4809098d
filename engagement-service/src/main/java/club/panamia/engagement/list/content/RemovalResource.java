package club.panamia.engagement.list.content;

import club.panamia.engagement.list.Lists;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** The taking off of many things at once. */
@Path("/api/lists/{id}/content/removal")
@Tag(name = "Lists")
class RemovalResource {

    private final Lists lists;
    private final Contents contents;
    private final CurrentActor caller;

    RemovalResource(Lists lists, Contents contents, CurrentActor caller) {
        this.lists = lists;
        this.contents = contents;
        this.caller = caller;
    }

    /** Takes all of it off a list of mine, as the export names it; again does nothing. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "takeManyOffList", summary = "Take many things off a list at once; again does nothing")
    @APIResponse(responseCode = "200", description = "How many were on it")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    public Uni<Removed> take(@RestPath String id, @NotNull @Valid Content content) {
        return lists.ofForChange(caller.actor(), id)
                .chain(list -> contents.takeOff(list, content.items()))
                .map(Removed::new);
    }

    /** How many. */
    record Removed(@Schema(required = true) int removed) {}
}
