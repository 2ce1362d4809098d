package club.panamia.content.review;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** A moderator decides where a reviewer does not, or not fairly. */
@Path("/api/articles/{slug}/review/override")
@Tag(name = "Moderation")
class OverrideResource {

    private final OverrideReview overrideReview;
    private final CurrentActor caller;

    OverrideResource(OverrideReview overrideReview, CurrentActor caller) {
        this.overrideReview = overrideReview;
        this.caller = caller;
    }

    /** The moderator, who has no other part in it, vouches for this revision by name; why stays in the article's history. */
    @PUT
    @RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
    @Operation(operationId = "overrideReview", summary = "Approve an article in the place of its reviewer, and say why")
    @APIResponse(responseCode = "204", description = "It can be published")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(
            responseCode = "403",
            description = "forbidden; not-your-part: you have another part in it; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(
            responseCode = "409",
            description = "revision-changed: it says something else by now; article-in-wrong-state: no review is open")
    @APIResponse(responseCode = "422", description = "invalid-input: a reason of 10 to 1000 characters is needed")
    public Uni<RestResponse<Void>> override(@RestPath String slug, @Valid @NotNull Decree decree) {
        return caller.fresh()
                .chain(moderator -> overrideReview.approve(moderator, slug, decree))
                .replaceWith(RestResponse.noContent());
    }
}
