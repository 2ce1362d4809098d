package club.panamia.profile.own;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.profile.profile.Chronicle;
import club.panamia.profile.profile.Profiles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether others see a person's profile, as far as that is the person's to say. */
@Path("/api/profiles/me/visibility")
@Tag(name = "My profile")
@RolesAllowed(Roles.MEMBER)
class VisibilityResource {

    private final Profiles profiles;
    private final Chronicle chronicle;
    private final CurrentActor caller;

    VisibilityResource(Profiles profiles, Chronicle chronicle, CurrentActor caller) {
        this.profiles = profiles;
        this.chronicle = chronicle;
        this.caller = caller;
    }

    @PUT
    @WithTransaction
    @Operation(operationId = "showMyProfile", summary = "Switch my profile on again; others see it if it is approved")
    @APIResponse(responseCode = "200", description = "The profile as it is now")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    public Uni<RestResponse<OwnProfileView>> show() {
        return change(caller.actor(), false);
    }

    @DELETE
    @WithTransaction
    @Operation(operationId = "hideMyProfile", summary = "Switch my profile off: nobody else sees or finds it")
    @APIResponse(responseCode = "200", description = "The profile as it is now")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    public Uni<RestResponse<OwnProfileView>> hide() {
        return change(caller.actor(), true);
    }

    private Uni<RestResponse<OwnProfileView>> change(Actor owner, boolean hidden) {
        return profiles.ofForChange(owner)
                .call(profile -> chronicle.record(owner, profile.hide(hidden)))
                .call(profiles::flush)
                .map(OwnProfileView::answer);
    }
}
