package club.panamia.profile.link;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A link from my profile to another. */
@Path("/api/profiles/me/links/{profileId}")
@Tag(name = "Links")
@RolesAllowed(Roles.MEMBER)
class LinkResource {

    private static final int ASKED = 20;
    private static final Duration PER = Duration.ofDays(1);

    private final LinkProfiles linkProfiles;
    private final RateLimits limits;
    private final CurrentActor caller;

    LinkResource(LinkProfiles linkProfiles, RateLimits limits, CurrentActor caller) {
        this.linkProfiles = linkProfiles;
        this.limits = limits;
        this.caller = caller;
    }

    @PUT
    @Operation(operationId = "askForLink", summary = "Ask to be shown beside another profile; its owner has to agree")
    @APIResponse(responseCode = "204", description = "Its owner has been asked")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet; no-such-profile")
    @APIResponse(
            responseCode = "409",
            description =
                    "profile-not-in-directory; link-already-asked; already-linked; too-many-links: 20 at either end")
    @APIResponse(responseCode = "422", description = "invalid-input: this is my own profile")
    @APIResponse(responseCode = "429", description = "too-many-requests: 20 a day")
    public Uni<Void> ask(@RestPath String profileId) {
        var asker = caller.actor();
        return limits.take("profile-link", asker.userId(), ASKED, PER).chain(() -> linkProfiles.ask(asker, profileId));
    }

    @DELETE
    @Operation(operationId = "endLink", summary = "Decline what was asked, withdraw what I asked, or end a link")
    @APIResponse(responseCode = "204", description = "Neither shows the other any more")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    @APIResponse(responseCode = "404", description = "no-profile-yet; no-such-profile; no-such-link")
    @APIResponse(responseCode = "422", description = "invalid-input: this is my own profile")
    public Uni<Void> end(@RestPath String profileId) {
        return linkProfiles.end(caller.actor(), profileId);
    }
}
