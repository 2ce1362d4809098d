package club.panamia.social.transfer;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.page.Page;
import club.panamia.kernel.page.PageQuery;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Files of what was mine on another server. */
@Path("/api/social/imports")
@Tag(name = "Taking along")
@RolesAllowed(Roles.MEMBER)
class ImportsResource {

    private static final int PER_DAY = 20;
    private static final Duration DAY = Duration.ofDays(1);
    private static final byte[] NOTHING = {};

    private final Imports imports;
    private final CurrentActor caller;
    private final RateLimits limits;
    private final Home home;

    ImportsResource(Imports imports, CurrentActor caller, RateLimits limits, Home home) {
        this.imports = imports;
        this.caller = caller;
        this.limits = limits;
        this.home = home;
    }

    /** Each line has its effect once, about four lines a second; who is not known here is looked for on their server. */
    @POST
    @Path("/{import}")
    @ResponseStatus(202)
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "importMine",
            summary =
                    "Bring whom I follow, block or mute, the servers that I keep away, or what I have bookmarked, as CSV"
                            + " as Mastodon writes it")
    @APIResponse(responseCode = "202", description = "It is worked through from now on")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-taking-part; may-not-take-part; wrong-origin")
    @APIResponse(responseCode = "404", description = "not-found: nothing of this kind, or no such mode")
    @APIResponse(responseCode = "409", description = "import-underway: another one of this kind")
    @APIResponse(responseCode = "413", description = "too-large: a mebibyte at most")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: no CSV of UTF-8, no line of it is such a thing, or more than 10000 are")
    @APIResponse(responseCode = "429", description = "too-many-requests: 20 a day")
    public Uni<ImportView> bring(
            @RestPath("import") @Parameter(description = "What the file is of") Kind kind,
            @RestQuery @DefaultValue("merge") @Parameter(description = "Whether what it does not name stays, or goes")
                    Mode mode,
            byte @Nullable [] file) {
        var person = caller.actor();
        var rows = ImportFile.read(kind, Objects.requireNonNullElse(file, NOTHING), home);
        return limits.take("social-import", person.userId(), PER_DAY, DAY)
                .chain(() -> imports.begin(person, kind, mode, rows))
                .chain(id -> imports.of(person, id));
    }

    @GET
    @Path("/{import}")
    @Operation(operationId = "seeImport", summary = "How far a file is that I have brought, for 30 days")
    @APIResponse(responseCode = "200", description = "How many of its things wait, are done and were refused")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-import")
    public Uni<ImportView> see(@RestPath("import") String id) {
        return imports.of(caller.actor(), id);
    }

    @GET
    @Path("/{import}/refusals")
    @Operation(operationId = "listImportRefusals", summary = "Which lines of a file could not be taken, and why")
    @APIResponse(responseCode = "200", description = "One page")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "404", description = "no-such-import")
    @APIResponse(responseCode = "422", description = "invalid-input: a cursor or limit that is none")
    public Uni<Page<RefusedLine>> refusals(@RestPath("import") String id, @BeanParam @Valid PageQuery query) {
        return imports.refused(caller.actor(), id, query);
    }
}
