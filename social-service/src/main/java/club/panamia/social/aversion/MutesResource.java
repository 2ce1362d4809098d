package club.panamia.social.aversion;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
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
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** Whom I mute: they are on none of my timelines, and do not hear of it. */
@Path("/api/social/mutes")
@Tag(name = "Blocks and mutes")
@RolesAllowed(Roles.MEMBER)
class MutesResource {

    private static final int PER_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Aversions aversions;
    private final CurrentActor caller;
    private final RateLimits limits;

    MutesResource(Aversions aversions, CurrentActor caller, RateLimits limits) {
        this.aversions = aversions;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @Operation(operationId = "listMutes", summary = "List whom I mute, newest first")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<AversionView>> list(@BeanParam @Valid PageQuery query) {
        return aversions.of(Aversion.MUTE, caller.actor(), query);
    }

    @PUT
    @Path("/{username}")
    @Operation(operationId = "muteActor", summary = "Have somebody on none of my timelines; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-actor")
    @APIResponse(responseCode = "409", description = "not-yourself")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    public Uni<Void> mute(@RestPath String username) {
        var person = caller.actor();
        return limits.take("social-mute", person.userId(), PER_HOUR, HOUR)
                .chain(() -> aversions.begin(Aversion.MUTE, person, username));
    }

    @DELETE
    @Path("/{username}")
    @Operation(operationId = "unmuteActor", summary = "Mute somebody no longer; again does nothing")
    @APIResponse(responseCode = "204", description = "It is so")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "wrong-origin")
    public Uni<Void> unmute(@RestPath String username) {
        return aversions.end(Aversion.MUTE, caller.actor(), username);
    }
}
