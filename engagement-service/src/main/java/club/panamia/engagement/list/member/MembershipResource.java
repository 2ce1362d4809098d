package club.panamia.engagement.list.member;

import club.panamia.engagement.list.Lists;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Being on somebody's list. */
@Path("/api/lists/{id}/membership")
@Tag(name = "Lists")
class MembershipResource {

    private final Lists lists;
    private final Members members;
    private final CurrentActor caller;

    MembershipResource(Lists lists, Members members, CurrentActor caller) {
        this.lists = lists;
        this.members = members;
        this.caller = caller;
    }

    /** Takes me off a list; again does nothing. */
    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "leaveList", summary = "Take myself off somebody's list; again does nothing")
    @APIResponse(responseCode = "204", description = "I am not on it; says nothing about whether it exists")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> leave(@RestPath String id) {
        var person = caller.actor();
        return lists.anyForChange(id).onItem().ifNotNull().transformToUni(list -> members.takeSelf(list, person));
    }
}
