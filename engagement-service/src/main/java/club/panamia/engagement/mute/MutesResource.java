package club.panamia.engagement.mute;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whom and what I want to hear nothing of. */
@Path("/api/notifications/mutes")
@Tag(name = "Preferences")
class MutesResource {

    private final Mutes mutes;
    private final CurrentActor caller;

    MutesResource(Mutes mutes, CurrentActor caller) {
        this.mutes = mutes;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "listMyMutes", summary = "List whom and what I muted, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: the cursor or the limit")
    public Uni<Page<MuteView>> list(@BeanParam @Valid PageQuery query) {
        return mutes.of(caller.actor(), query);
    }

    /** Hears nothing of a person any more; again does nothing. */
    @PUT
    @Path("people/{screenname}")
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "mutePerson", summary = "Hear nothing of somebody; again does nothing")
    @APIResponse(responseCode = "204", description = "They are muted")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "nobody-to-mute")
    @APIResponse(responseCode = "409", description = "cannot-mute-yourself, too-many-mutes")
    public Uni<Void> person(@RestPath String screenname) {
        return mutes.person(caller.actor(), screenname);
    }

    /** Hears of a person again; where they were not muted, does nothing. */
    @DELETE
    @Path("people/{screenname}")
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "unmutePerson", summary = "Hear of somebody again; again does nothing")
    @APIResponse(responseCode = "204", description = "They are not muted")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> unmutePerson(@RestPath String screenname) {
        return mutes.unmutePerson(caller.actor(), screenname);
    }

    /** Hears nothing of a thing any more; again does nothing. */
    @PUT
    @Path("threads/{id}")
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "muteThread", summary = "Hear nothing of an article or a session; again does nothing")
    @APIResponse(responseCode = "204", description = "It is muted")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "409", description = "too-many-mutes")
    @APIResponse(responseCode = "422", description = "invalid-input: no id is that long")
    public Uni<Void> thread(@RestPath @Size(max = 64) String id) {
        return mutes.thread(caller.actor(), id);
    }

    /** Hears of a thing again; where it was not muted, does nothing. */
    @DELETE
    @Path("threads/{id}")
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "unmuteThread", summary = "Hear of an article or a session again; again does nothing")
    @APIResponse(responseCode = "204", description = "It is not muted")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> unmuteThread(@RestPath String id) {
        return mutes.unmuteThread(caller.actor(), id);
    }
}
