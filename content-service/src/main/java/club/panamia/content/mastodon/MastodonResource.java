package club.panamia.content.mastodon;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The post elsewhere under which an article is talked about. */
@Path("/api/articles/{slug}/mastodon")
@Tag(name = "Publication")
class MastodonResource {

    private static final int TRIES = 20;
    private static final Duration PER = Duration.ofHours(1);

    private final LinkPost linkPost;
    private final LinkedPosts posts;
    private final RateLimits limits;
    private final CurrentActor caller;

    MastodonResource(LinkPost linkPost, LinkedPosts posts, RateLimits limits, CurrentActor caller) {
        this.linkPost = linkPost;
        this.posts = posts;
        this.limits = limits;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Operation(operationId = "readMastodonPost", summary = "Show which post a published article is linked with")
    @APIResponse(responseCode = "200", description = "Its address, if there is one")
    @APIResponse(responseCode = "404", description = "no-such-article: none that is published")
    public Uni<PostLink> read(@RestPath String slug) {
        return posts.of(slug);
    }

    /** The account that wrote the post must name my page here in its profile. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Operation(
            operationId = "linkMastodonPost",
            summary = "Link a published article of mine with a post of mine on a Mastodon server")
    @APIResponse(responseCode = "204", description = "What is said there is shown as comments")
    @APIResponse(responseCode = "400", description = "malformed-request")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(
            responseCode = "403",
            description = "not-your-part; post-not-proven: 'page' is what the account must link to; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    @APIResponse(responseCode = "422", description = "invalid-input: not the address of a post; post-not-read")
    @APIResponse(responseCode = "429", description = "too-many-requests: 20 an hour")
    public Uni<RestResponse<Void>> link(@RestPath String slug, @Valid @NotNull PostLink link) {
        var author = caller.actor();
        var address = link.address();
        return limits.take("mastodon-link", author.userId(), TRIES, PER)
                .chain(() -> linkPost.requireProven(author, slug, address))
                .chain(() -> linkPost.link(author, slug, address))
                .replaceWith(RestResponse.noContent());
    }

    @DELETE
    @RolesAllowed(Roles.MEMBER)
    @Operation(operationId = "unlinkMastodonPost", summary = "Link an article of mine with no post")
    @APIResponse(responseCode = "204", description = "It is linked with none")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-article")
    @APIResponse(responseCode = "409", description = "article-in-wrong-state: it is not published")
    public Uni<RestResponse<Void>> unlink(@RestPath String slug) {
        return linkPost.link(caller.actor(), slug, null).replaceWith(RestResponse.noContent());
    }
}
