package club.panamia.social.bookmark;

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

/** Keeping a post for oneself; nobody else hears of it. */
@Path("/api/social/statuses/{id}/bookmark")
@Tag(name = "Reactions")
@RolesAllowed(Roles.MEMBER)
class BookmarkResource {

    private static final int PER_HOUR = 600;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Bookmarks bookmarks;
    private final CurrentActor caller;
    private final RateLimits limits;

    BookmarkResource(Bookmarks bookmarks, CurrentActor caller, RateLimits limits) {
        this.bookmarks = bookmarks;
        this.caller = caller;
        this.limits = limits;
    }

    @PUT
    @Operation(operationId = "bookmarkStatus", summary = "Keep a post for me; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-status: also one that is not meant for me")
    @APIResponse(responseCode = "429", description = "too-many-requests: 600 an hour")
    public Uni<Void> keep(@RestPath String id) {
        var person = caller.actor();
        return limits.take("social-bookmark", person.userId(), PER_HOUR, HOUR).chain(() -> bookmarks.keep(person, id));
    }

    @DELETE
    @Operation(operationId = "unbookmarkStatus", summary = "Keep a post no longer; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> leave(@RestPath String id) {
        return bookmarks.leave(caller.actor(), id);
    }
}
