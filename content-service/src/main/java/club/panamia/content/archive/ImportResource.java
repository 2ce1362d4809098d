package club.panamia.content.archive;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** My articles out of a file. */
@Path("/api/articles/import")
@Tag(name = "Writing")
class ImportResource {

    private static final int IMPORTS = 20;
    private static final Duration PER = Duration.ofHours(1);
    private static final byte[] EMPTY = {};

    private final ImportArticles importArticles;
    private final RateLimits limits;
    private final CurrentActor caller;
    private final Vertx vertx;

    ImportResource(ImportArticles importArticles, RateLimits limits, CurrentActor caller, Vertx vertx) {
        this.importArticles = importArticles;
        this.limits = limits;
        this.caller = caller;
        this.vertx = vertx;
    }

    /** All of them or none. The same file once more changes nothing. */
    @PUT
    @RolesAllowed(Roles.MEMBER)
    @Consumes("application/zip")
    @Operation(
            operationId = "importArticles",
            summary = "Begin drafts with the Markdown files of a zip file, such as an export")
    @APIResponse(responseCode = "200", description = "What became of each")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "screenname-required; staff-only; wrong-origin")
    @APIResponse(responseCode = "413", description = "too-large: more than 10 MB")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: send application/zip")
    @APIResponse(responseCode = "422", description = "invalid-input: errors name the file and the place in it")
    @APIResponse(responseCode = "429", description = "too-many-requests: 20 an hour")
    public Uni<ImportView> importAll(
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/zip",
                                            schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte @Nullable [] file) {
        var author = caller.actor();
        return limits.take("article-import", author.userId(), IMPORTS, PER)
                .chain(() -> read(Objects.requireNonNullElse(file, EMPTY)))
                .chain(found -> importArticles.keep(author, found));
    }

    /** Unpacking takes a while, and the transaction begins on the event loop again. */
    private Uni<List<ArchivedArticle>> read(byte[] file) {
        return vertx.executeBlocking(() -> importArticles.read(file), false);
    }
}
