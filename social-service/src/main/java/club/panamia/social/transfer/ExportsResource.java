package club.panamia.social.transfer;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;

/** Files of what is mine, for another server. */
@Path("/api/social/exports")
@Tag(name = "Taking along")
@RolesAllowed(Roles.MEMBER)
class ExportsResource {

    private static final int PER_HOUR = 60;
    private static final Duration HOUR = Duration.ofHours(1);

    private final Exports exports;
    private final CurrentActor caller;
    private final RateLimits limits;

    ExportsResource(Exports exports, CurrentActor caller, RateLimits limits) {
        this.exports = exports;
        this.caller = caller;
        this.limits = limits;
    }

    @GET
    @Path("/{kind}")
    @Produces("text/csv")
    @Operation(
            operationId = "exportMine",
            summary = "Whom I follow, block or mute, the servers that I keep away, or what I have bookmarked, as CSV as"
                    + " Mastodon reads it")
    @APIResponse(
            responseCode = "200",
            description =
                    "The file, sent while it is made; cells that a spreadsheet would run begin with an apostrophe",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "not-found: nothing of this kind")
    @APIResponse(responseCode = "429", description = "too-many-requests: 60 an hour")
    public Multi<String> export(@RestPath Kind kind) {
        var person = caller.actor();
        return RestMulti.fromUniResponse(
                limits.take("social-export", person.userId(), PER_HOUR, HOUR),
                taken -> exports.of(kind, person),
                taken -> headers(kind));
    }

    private static Map<String, List<String>> headers(Kind kind) {
        return Map.of(
                "Content-Disposition", List.of("attachment; filename=\"%s\"".formatted(kind.file())),
                "Cache-Control", List.of("no-store"));
    }
}
