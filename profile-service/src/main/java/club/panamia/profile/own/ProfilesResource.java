package club.panamia.profile.own;

import club.panamia.kernel.idempotency.Idempotent;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.profile.letter.MailLocale;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.section.ProfileContent;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Beginning a profile. */
@Path("/api/profiles")
@Tag(name = "My profile")
class ProfilesResource {

    private final Profiles profiles;
    private final CurrentActor caller;

    ProfilesResource(Profiles profiles, CurrentActor caller) {
        this.profiles = profiles;
        this.caller = caller;
    }

    /** A draft under the address that the caller has proven; a person has one. */
    @POST
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Idempotent
    @Operation(operationId = "createProfile", summary = "Begin my profile as a draft")
    @APIResponse(
            responseCode = "201",
            description = "The draft",
            headers = {
                @Header(name = "Location", schema = @Schema(implementation = String.class)),
                @Header(name = "ETag", schema = @Schema(implementation = String.class))
            },
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OwnProfileView.class)))
    @APIResponse(responseCode = "400", description = "malformed-request; bad-idempotency-key")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(
            responseCode = "403",
            description = "address-not-proven: sign in once by a link sent to it; wrong-origin")
    @APIResponse(
            responseCode = "409",
            description = "profile-exists; address-has-profile: an unclaimed profile has it; request-still-running")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the places; idempotency-key-reused")
    public Uni<RestResponse<OwnProfileView>> create(
            @Valid @NotNull ProfileContent draft, @RestHeader("Accept-Language") @Nullable String languages) {
        var owner = caller.actor();
        return profiles.provenAddressOf(owner)
                .map(address -> Profile.draft(owner, address, draft))
                .invoke(profile -> profile.speak(MailLocale.of(languages)))
                .call(profiles::persistAndFlush)
                .map(OwnProfileView::created);
    }
}
