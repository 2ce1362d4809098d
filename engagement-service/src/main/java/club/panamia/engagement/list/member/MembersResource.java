package club.panamia.engagement.list.member;

import club.panamia.engagement.list.Lists;
import club.panamia.engagement.list.UserList;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What is on a list. */
@Path("/api/lists/{id}/members")
@Tag(name = "Lists")
class MembersResource {

    private final Lists lists;
    private final Members members;
    private final MembersShown shown;
    private final CurrentActor caller;
    private final EventLog events;

    MembersResource(Lists lists, Members members, MembersShown shown, CurrentActor caller, EventLog events) {
        this.lists = lists;
        this.members = members;
        this.shown = shown;
        this.caller = caller;
        this.events = events;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listMembers", summary = "List what is on a list, in its order")
    @APIResponse(responseCode = "200", description = "One page; what is not public any more is left out")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<MemberView>> list(@RestPath String id, @BeanParam @Valid PageQuery query) {
        return caller.find().chain(reader -> shown.of(reader.orElse(null), id, query));
    }

    /** Puts something on a list of mine, at its end; again only says the note anew. */
    @PUT
    @Path("{kind}/{target}")
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(
            operationId = "addToList",
            summary =
                    "Put a person (by screenname), a profile (by id) or an article (by slug) on a list; again changes the note")
    @APIResponse(responseCode = "204", description = "It is on the list")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list, nothing-to-list")
    @APIResponse(responseCode = "409", description = "list-is-full: it holds 500")
    @APIResponse(responseCode = "422", description = "invalid-input: the note is too long")
    public Uni<Void> put(
            @RestPath String id,
            @RestPath String kind,
            @RestPath String target,
            @RestQuery @Nullable @Size(max = 280) @Parameter(description = "What I say of it") String note) {
        var owner = caller.actor();
        var what = MemberKind.of(kind);
        return lists.ofForChange(owner, id).chain(list -> find(list, what, target, note, owner));
    }

    /** Takes something off a list of mine; again does nothing. */
    @DELETE
    @Path("{kind}/{target}")
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "takeOffList", summary = "Take something off a list; again does nothing")
    @APIResponse(responseCode = "204", description = "It is not on the list")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list, nothing-to-list")
    public Uni<Void> take(@RestPath String id, @RestPath String kind, @RestPath String target) {
        var what = MemberKind.of(kind);
        return lists.ofForChange(caller.actor(), id).chain(list -> members.take(list, what, target));
    }

    private Uni<Void> find(UserList list, MemberKind kind, String target, @Nullable String note, Actor owner) {
        return members.find(kind, target).chain(found -> put(list, kind, found, note, owner));
    }

    private Uni<Void> put(UserList list, MemberKind kind, String found, @Nullable String note, Actor owner) {
        return members.put(list, kind, found, note, owner)
                .chain(isNew -> isNew && kind == MemberKind.PEOPLE
                        ? events.record(owner.userId(), list.peopleAdded(List.of(found)))
                        : Uni.createFrom().voidItem());
    }
}
