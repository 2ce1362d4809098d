package club.panamia.profile.claim;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.profile.profile.Profile;
import club.panamia.profile.profile.Profiles;
import club.panamia.profile.profile.Step;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jspecify.annotations.Nullable;

/** A profile that somebody made for a person before that person was here. */
@Path("/api/profiles/me/claim")
@Tag(name = "My profile")
@RolesAllowed(Roles.MEMBER)
class ClaimResource {

    private final Profiles profiles;
    private final HandOver handOver;
    private final CurrentActor caller;

    ClaimResource(Profiles profiles, HandOver handOver, CurrentActor caller) {
        this.profiles = profiles;
        this.handOver = handOver;
        this.caller = caller;
    }

    /** Only under the address that this person has proven: nobody learns of another's. */
    @GET
    @WithTransaction
    @Operation(
            operationId = "readClaimableProfile",
            summary = "Show the unclaimed profile with my address, if there is one")
    @APIResponse(responseCode = "200", description = "It can be claimed, or is mine already")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "address-not-proven")
    @APIResponse(responseCode = "404", description = "nothing-to-claim")
    @APIResponse(responseCode = "409", description = "profile-exists: I have another one")
    public Uni<ClaimView> read() {
        return claimable(caller.actor()).map(ClaimView::of);
    }

    /** The same answer however often it is asked for. */
    @PUT
    @WithTransaction
    @Operation(operationId = "claimProfile", summary = "Claim the unclaimed profile with my address")
    @APIResponse(responseCode = "200", description = "It is mine")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "address-not-proven; wrong-origin")
    @APIResponse(responseCode = "404", description = "nothing-to-claim: there is none, or somebody else was given it")
    @APIResponse(responseCode = "409", description = "profile-exists: I have another one")
    public Uni<ClaimView> claim(@RestHeader("Accept-Language") @Nullable String languages) {
        var person = caller.actor();
        return claimable(person)
                .call(profile -> handOver.to(person.userId(), profile, person, Step.Kind.CLAIMED, languages))
                .map(ClaimView::of);
    }

    private Uni<Profile> claimable(Actor person) {
        return profiles.provenAddressOf(person).chain(address -> profiles.claimable(person, address));
    }
}
