package club.panamia.engagement.list.member;

import static java.util.stream.Collectors.joining;

import club.panamia.engagement.list.Lists;
import club.panamia.engagement.list.UserList;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
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
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;

/** A whole list, to take out and to bring in. */
@Path("/api/lists/{id}")
@Tag(name = "Lists")
class ContentResource {

    private final Lists lists;
    private final Contents contents;
    private final CurrentActor caller;
    private final EventLog events;

    ContentResource(Lists lists, Contents contents, CurrentActor caller, EventLog events) {
        this.lists = lists;
        this.contents = contents;
        this.caller = caller;
        this.events = events;
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

    @GET
    @Path("content.csv")
    @PermitAll
    @Produces("text/csv; charset=utf-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"list.csv\"")
    @Operation(operationId = "exportListAsCsv", summary = "Take out what is on a list as CSV (RFC 4180)")
    @APIResponse(
            responseCode = "200",
            description = "All of it, beneath a line of headings; nothing in it runs as a formula")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    public Uni<String> csv(@RestPath String id) {
        return caller.find()
                .chain(reader -> contents.of(reader.orElse(null), id))
                .map(things -> things.stream().map(ListCsv::line).collect(joining("", ListCsv.HEAD, "")));
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
                .chain(list -> bringIn(list, content, owner))
                .map(imported -> new ImportedView(imported.added(), imported.unknown()));
    }

    private Uni<Contents.Imported> bringIn(UserList list, Content content, Actor owner) {
        return contents.bringIn(list, content.items(), owner).call(imported -> tell(list, imported, owner));
    }

    private Uni<Void> tell(UserList list, Contents.Imported imported, Actor owner) {
        return imported.people().isEmpty()
                ? Uni.createFrom().voidItem()
                : events.record(owner.userId(), list.peopleAdded(imported.people()));
    }
}
