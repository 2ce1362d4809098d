package club.panamia.social.feed;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What somebody of this server says, in a feed reader. */
@Path("/api/social/actors/{username}/feed")
@Tag(name = "Timelines")
class FeedResource {

    private final Feeds feeds;

    FeedResource(Feeds feeds) {
        this.feeds = feeds;
    }

    @GET
    @PermitAll
    @Produces({RssDocument.TYPE, MediaType.APPLICATION_XML, MediaType.TEXT_XML})
    @Operation(
            operationId = "readFeedOfActor",
            summary = "The newest 20 public posts of somebody, without answers and what they handed on, as RSS 2.0")
    @APIResponse(responseCode = "200", description = "The feed; by its ETag one can ask for changes only")
    @APIResponse(
            responseCode = "301",
            description = "They have another name now",
            headers = @Header(name = "Location", schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "It has not changed")
    @APIResponse(
            responseCode = "404",
            description = "no-such-actor: nobody of that name takes part here, or may be seen by everybody")
    public Uni<RestResponse<String>> read(
            @RestPath String username, @RestHeader("If-None-Match") @Nullable String known) {
        return feeds.of(username, known);
    }
}
