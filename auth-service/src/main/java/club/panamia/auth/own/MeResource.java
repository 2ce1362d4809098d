package club.panamia.auth.own;

import club.panamia.auth.user.AccountDetails;
import club.panamia.auth.user.User;
import club.panamia.auth.user.Users;
import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One's own account. */
@Path("/api/users/me")
@Tag(name = "Account")
@RolesAllowed(Roles.MEMBER)
class MeResource {

    private final Users users;
    private final AccountPatch patches;
    private final CurrentActor caller;
    private final EventLog events;

    MeResource(Users users, AccountPatch patches, CurrentActor caller, EventLog events) {
        this.users = users;
        this.patches = patches;
        this.caller = caller;
        this.events = events;
    }

    @GET
    @WithSession
    @Operation(operationId = "readAccount", summary = "Show my own account")
    @APIResponse(
            responseCode = "200",
            description = "The account; its ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    public Uni<RestResponse<AccountView>> read() {
        return users.self(caller.actor()).map(AccountView::answer);
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @WithTransaction
    @Operation(
            operationId = "changeAccount",
            summary = "Change my account by a JSON merge patch (RFC 7396): absent keeps, null clears")
    @APIResponse(
            responseCode = "200",
            description = "The account as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = AccountView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "wrong-origin: the page is not one of ours")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: a patch is application/merge-patch+json")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<AccountView>> change(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(implementation = AccountDetails.class))) @NotNull
                    JsonNode patch) {
        var seen = IfMatch.required(ifMatch);
        var actor = caller.actor();
        return users.selfForChange(actor)
                .invoke(user -> seen.require(user.version()))
                .call(user -> revise(actor, user, patch))
                .call(users::flush)
                .map(AccountView::answer);
    }

    private Uni<Void> revise(Actor actor, User user, JsonNode patch) {
        var said = patches.said(user.details(), patch);
        return users.requireOwnImage(actor, said.image())
                .map(own -> user.revise(said, patch::has))
                .chain(changed -> changed.map(event -> events.record(actor.userId(), event))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }
}
