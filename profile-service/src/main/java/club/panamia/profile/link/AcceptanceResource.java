package club.panamia.profile.link;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** My yes to a link that somebody asked for. */
@Path("/api/profiles/me/links/{profileId}/acceptance")
@Tag(name = "Links")
class AcceptanceResource {

    private final LinkProfiles linkProfiles;
    private final CurrentActor caller;

    AcceptanceResource(LinkProfiles linkProfiles, CurrentActor caller) {
        this.linkProfiles = linkProfiles;
        this.caller = caller;
    }

    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "acceptLink", summary = "Agree to be shown beside a profile whose owner has asked")
    @APIResponse(responseCode = "204", description = "From now on each is shown beside the other")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet; no-such-profile; no-such-link")
    @APIResponse(responseCode = "409", description = "link-not-asked; already-linked; too-many-links: 20 at either end")
    @APIResponse(responseCode = "422", description = "invalid-input: this is my own profile")
    public Uni<Void> accept(@RestPath String profileId) {
        return linkProfiles.accept(caller.actor(), profileId);
    }
}
