package club.panamia.profile.own;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.profile.letter.MailLocale;
import club.panamia.profile.letter.OwnersMail;
import club.panamia.profile.letter.StaffMail;
import club.panamia.profile.profile.Chronicle;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Clock;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Handing a profile in for review. */
@Path("/api/profiles/me/submission")
@Tag(name = "My profile")
class SubmissionResource {

    private final Profiles profiles;
    private final CurrentActor caller;
    private final Chronicle chronicle;
    private final OwnersMail mail;
    private final StaffMail staff;
    private final Clock clock;

    SubmissionResource(
            Profiles profiles,
            CurrentActor caller,
            Chronicle chronicle,
            OwnersMail mail,
            StaffMail staff,
            Clock clock) {
        this.profiles = profiles;
        this.caller = caller;
        this.chronicle = chronicle;
        this.mail = mail;
        this.staff = staff;
        this.clock = clock;
    }

    /** A draft or a declined profile goes to the reviewers; 409 with the reason otherwise. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(operationId = "submitMyProfile", summary = "Hand my profile in for review")
    @APIResponse(
            responseCode = "200",
            description = "The profile, submitted",
            headers = @Header(name = "ETag", schema = @Schema(implementation = String.class)),
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = OwnProfileView.class)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet")
    @APIResponse(
            responseCode = "409",
            description = "profile-already-submitted; profile-already-approved; profile-suspended")
    public Uni<RestResponse<OwnProfileView>> submit(@RestHeader("Accept-Language") @Nullable String languages) {
        var owner = caller.actor();
        return profiles.ofForChange(owner)
                .invoke(profile -> profile.speak(MailLocale.of(languages)))
                .call(profile -> tell(owner, profile, profile.submit(clock.instant())))
                .call(profiles::flush)
                .map(OwnProfileView::answer);
    }

    private Uni<Void> tell(Actor owner, Profile profile, Profile.Submitted submitted) {
        return chronicle
                .record(owner, submitted)
                .chain(() -> mail.submitted(profile, submitted))
                .chain(() -> staff.submitted(profile, submitted));
    }
}
