package club.panamia.content.mastodon;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What is said elsewhere about an article. */
@Path("/api/articles/{slug}/mastodon/comments")
@Tag(name = "Reading")
class ThreadResource {

    private final ReadThread readThread;

    ThreadResource(ReadThread readThread) {
        this.readThread = readThread;
    }

    /** Where the server cannot be asked, what it said before. */
    @GET
    @PermitAll
    @Operation(
            operationId = "listMastodonComments",
            summary = "List the replies to the post that a published article is linked with, at most five minutes old")
    @APIResponse(
            responseCode = "200",
            description = "Empty where no post is linked, or its server has said nothing yet")
    @APIResponse(responseCode = "404", description = "no-such-article: none that is published")
    public Uni<ThreadView> list(@RestPath String slug) {
        return readThread.under(slug);
    }
}
