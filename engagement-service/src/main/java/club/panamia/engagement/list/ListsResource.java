package club.panamia.engagement.list;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Lists. */
@Path("/api/lists")
@Tag(name = "Lists")
class ListsResource {

    private final Lists lists;
    private final Shelf shelf;
    private final CurrentActor caller;
    private final EventLog events;

    ListsResource(Lists lists, Shelf shelf, CurrentActor caller, EventLog events) {
        this.lists = lists;
        this.shelf = shelf;
        this.caller = caller;
        this.events = events;
    }

    @GET
    @PermitAll
    @Operation(operationId = "listLists", summary = "List my lists, or those that somebody shows; newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in: my own, by nobody")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<ListView>> list(@BeanParam @Valid ListQuery query) {
        return query.owner == null
                ? caller.find().chain(reader -> shelf.of(ListQuery.known(reader), query))
                : shelf.shownBy(query.owner, query);
    }

    @POST
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Idempotent
    @Operation(operationId = "createList", summary = "Begin a list")
    @APIResponse(
            responseCode = "201",
            description = "It is there",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = NewListView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "409", description = "list-name-taken, too-many-lists, request-still-running")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places; idempotency-key-reused")
    public Uni<RestResponse<NewListView>> create(@NotNull @Valid ListDraft draft) {
        var owner = caller.actor();
        return lists.requireRoom(owner)
                .chain(() -> lists.persistAndFlush(UserList.begin(owner, draft)))
                .call(list -> events.record(owner.userId(), list.changed()))
                .map(list -> ResponseBuilder.<NewListView>created(URI.create("/api/lists/" + list.id()))
                        .entity(new NewListView(list.id()))
                        .build());
    }

    /** What it is called from now on. */
    record NewListView(@Schema(required = true) String id) {}
}
