package club.panamia.content.highlight;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Whether the house recommends an article. */
@Path("/api/articles/{slug}/feature")
@Tag(name = "Moderation")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class FeatureResource {

    private final FeatureArticle featureArticle;
    private final CurrentActor caller;

    FeatureResource(FeatureArticle featureArticle, CurrentActor caller) {
        this.featureArticle = featureArticle;
        this.caller = caller;
    }

    /** Nobody features what they wrote or reviewed. */
    @PUT
    @Operation(operationId = "featureArticle", summary = "Recommend a published article to everybody")
    @APIResponse(responseCode = "204", description = "It is among the featured ones")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; not-your-part: it is your own; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    public Uni<RestResponse<Void>> feature(@RestPath String slug) {
        return caller.fresh()
                .chain(moderator -> featureArticle.feature(moderator, slug))
                .replaceWith(RestResponse.noContent());
    }

    @DELETE
    @Operation(operationId = "unfeatureArticle", summary = "Recommend an article no longer")
    @APIResponse(responseCode = "204", description = "It is not among the featured ones")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; not-your-part: it is your own; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    public Uni<RestResponse<Void>> unfeature(@RestPath String slug) {
        return caller.fresh()
                .chain(moderator -> featureArticle.unfeature(moderator, slug))
                .replaceWith(RestResponse.noContent());
    }
}
