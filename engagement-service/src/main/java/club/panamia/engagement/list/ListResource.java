package club.panamia.engagement.list;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** One list. */
@Path("/api/lists/{id}")
@Tag(name = "Lists")
class ListResource {

    private final Lists lists;
    private final Shelf shelf;
    private final CurrentActor caller;
    private final EventLog events;

    ListResource(Lists lists, Shelf shelf, CurrentActor caller, EventLog events) {
        this.lists = lists;
        this.shelf = shelf;
        this.caller = caller;
        this.events = events;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readList", summary = "Show a list, without what is on it")
    @APIResponse(
            responseCode = "200",
            description = "The list; its ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ListView.class)))
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    public Uni<RestResponse<ListView>> read(@RestPath String id) {
        return caller.find()
                .chain(reader -> shelf.one(reader.orElse(null), id))
                .map(list -> ResponseBuilder.ok(list)
                        .header("ETag", "\"" + list.version() + "\"")
                        .build());
    }

    /** Says it anew. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(
            operationId = "changeList",
            summary = "Say anew what a list is called, what it is about, and who sees it")
    @APIResponse(responseCode = "204", description = "It is changed")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    @APIResponse(responseCode = "409", description = "list-name-taken")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<Void> change(
            @RestPath String id, @RestHeader("If-Match") @Nullable String ifMatch, @NotNull @Valid ListDraft draft) {
        var seen = IfMatch.required(ifMatch);
        var owner = caller.actor();
        return lists.ofForChange(owner, id)
                .invoke(list -> seen.require(list.version()))
                .call(list -> events.record(owner.userId(), list.change(draft)))
                .call(lists::flush)
                .replaceWithVoid();
    }

    /** There is no way back. */
    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "deleteList", summary = "Delete a list for good")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    public Uni<Void> delete(@RestPath String id) {
        var owner = caller.actor();
        return lists.ofForChange(owner, id)
                .call(list -> events.record(owner.userId(), list.deleted()))
                .call(lists::delete)
                .replaceWithVoid();
    }
}
