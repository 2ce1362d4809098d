package club.panamia.profile.publicview;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** One's own profile with others' eyes. */
@Path("/api/profiles/me/preview")
@Tag(name = "My profile")
class PreviewResource {

    private final PublicProfiles profiles;
    private final CurrentActor caller;

    PreviewResource(PublicProfiles profiles, CurrentActor caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    @GET
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "previewMyProfile", summary = "Show my profile exactly as everybody, or a member, sees it")
    @APIResponse(responseCode = "200", description = "What they see, or will see once it is approved and switched on")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    @APIResponse(responseCode = "422", description = "invalid-input: as is public or member")
    public Uni<PublicProfileView> preview(@BeanParam @Valid PreviewQuery query) {
        return profiles.preview(caller.actor(), query.viewer());
    }
}
