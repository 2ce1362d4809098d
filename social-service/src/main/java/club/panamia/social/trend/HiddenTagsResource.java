package club.panamia.social.trend;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Keeping a hashtag, and posts with it, out of what trends. Both stay where they are else. */
@Path("/api/social/trends/hidden-tags")
@Tag(name = "Moderation")
@RolesAllowed({Roles.ADMIN, Roles.CONTENT_MODERATOR})
class HiddenTagsResource {

    private final HiddenTags hiddenTags;
    private final CurrentActor caller;

    HiddenTagsResource(HiddenTags hiddenTags, CurrentActor caller) {
        this.hiddenTags = hiddenTags;
        this.caller = caller;
    }

    @GET
    @Operation(operationId = "listHiddenTags", summary = "List hashtags that do not trend, by their names")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "422", description = "invalid-input: cursor or limit")
    public Uni<Page<HiddenTag>> list(@BeanParam @Valid PageQuery query) {
        return caller.fresh().chain(moderator -> hiddenTags.page(query));
    }

    @PUT
    @Path("/{name}")
    @Operation(operationId = "hideTag", summary = "Keep a hashtag out of what trends; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so from now on, and stands in the trail")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: no hashtag")
    public Uni<Void> hide(@RestPath String name) {
        var tag = TagName.of(name);
        return caller.fresh().chain(moderator -> hiddenTags.hide(moderator, tag));
    }

    @DELETE
    @Path("/{name}")
    @Operation(operationId = "showTag", summary = "Let a hashtag trend again; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so with the next reckoning, and stands in the trail")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "422", description = "invalid-input: no hashtag")
    public Uni<Void> show(@RestPath String name) {
        var tag = TagName.of(name);
        return caller.fresh().chain(moderator -> hiddenTags.show(moderator, tag));
    }
}
