package club.panamia.profile.transfer;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Trying an import without doing it. */
@Path("/api/profiles/imports/{importId}/check")
@Tag(name = "Import and export")
class CheckResource {

    private static final byte[] EMPTY = {};

    private final ImportProfiles importProfiles;
    private final CurrentActor caller;

    CheckResource(ImportProfiles importProfiles, CurrentActor caller) {
        this.importProfiles = importProfiles;
        this.caller = caller;
    }

    @POST
    @RolesAllowed(Roles.ADMIN)
    @Consumes({"text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "checkImport",
            summary = "Say what a file would bring, record by record, and change nothing")
    @APIResponse(responseCode = "200", description = "How many would become profiles, and why the others would not")
    @APIResponse(responseCode = "400", description = "malformed-request: the file is not in UTF-8")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: send text/csv or application/x-ndjson")
    @APIResponse(responseCode = "422", description = "invalid-input: an unknown column, too many records")
    public Uni<ImportReport> check(
            @RestPath String importId,
            @RestHeader("Content-Type") String contentType,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte @Nullable [] file) {
        return caller.fresh()
                .chain(admin -> importProfiles.check(contentType, Objects.requireNonNullElse(file, EMPTY)));
    }
}
