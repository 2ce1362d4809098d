package club.panamia.profile.own;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.request.IfMatch;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.profile.Said;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** A person's own profile. */
@Path("/api/profiles/me")
@Tag(name = "My profile")
@RolesAllowed(Roles.MEMBER)
class MyProfileResource {

    private static final String PATCH_BODY =
            "Any part of a ProfileContent. Categories and counties are cleared one by one: {\"categories\": {\"food\": null}}";

    private final Profiles profiles;
    private final ContentPatch patches;
    private final DeleteProfile deleteProfile;
    private final CurrentActor caller;
    private final EventLog events;

    MyProfileResource(
            Profiles profiles,
            ContentPatch patches,
            DeleteProfile deleteProfile,
            CurrentActor caller,
            EventLog events) {
        this.profiles = profiles;
        this.patches = patches;
        this.deleteProfile = deleteProfile;
        this.caller = caller;
        this.events = events;
    }

    @GET
    @WithSession
    @Operation(operationId = "readMyProfile", summary = "Show my profile")
    @APIResponse(
            responseCode = "200",
            description = "The profile; its ETag is what a change must name",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OwnProfileView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    public Uni<RestResponse<OwnProfileView>> read() {
        return profiles.of(caller.actor()).map(OwnProfileView::answer);
    }

    @PATCH
    @Consumes("application/merge-patch+json")
    @WithTransaction
    @Operation(
            operationId = "changeMyProfile",
            summary = "Change my profile by a JSON merge patch (RFC 7396): absent keeps, null clears")
    @APIResponse(
            responseCode = "200",
            description = "The profile as it is now",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OwnProfileView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    @APIResponse(responseCode = "412", description = "stale-version: it has changed since you read it")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: a patch is application/merge-patch+json")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places")
    @APIResponse(responseCode = "428", description = "version-required: send If-Match")
    public Uni<RestResponse<OwnProfileView>> change(
            @RestHeader("If-Match") @Nullable String ifMatch,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.OBJECT, description = PATCH_BODY)))
                    @NotNull
                    JsonNode patch) {
        var seen = IfMatch.required(ifMatch);
        var owner = caller.actor();
        return profiles.ofForChange(owner)
                .invoke(profile -> seen.require(profile.version()))
                .call(profile -> tell(owner, profile.change(patches.merge(profile.content(), patch))))
                .call(profiles::flush)
                .map(OwnProfileView::answer);
    }

    /** There is no way back: what was said, shown and granted is gone. */
    @DELETE
    @Operation(operationId = "deleteMyProfile", summary = "Delete my profile for good")
    @APIResponse(responseCode = "204", description = "It is gone")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    @APIResponse(responseCode = "409", description = "profile-suspended")
    public Uni<RestResponse<Void>> delete() {
        return caller.fresh().chain(deleteProfile::of).replaceWith(RestResponse.noContent());
    }

    private Uni<Void> tell(Actor owner, Optional<Said.Changed> changed) {
        return changed.map(event -> events.record(owner.userId(), event))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
