package club.panamia.profile.transfer;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
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

/** An import of many profiles. Whoever begins it chooses its id, and may send the same file again when the answer was lost. */
@Path("/api/profiles/imports/{importId}")
@Tag(name = "Import and export")
@RolesAllowed(Roles.ADMIN)
class ImportResource {

    static final String ID = "[A-Za-z0-9_-]{1,64}";

    private static final byte[] EMPTY = {};

    private final ImportProfiles importProfiles;
    private final Imports imports;
    private final CurrentActor caller;

    ImportResource(ImportProfiles importProfiles, Imports imports, CurrentActor caller) {
        this.importProfiles = importProfiles;
        this.imports = imports;
        this.caller = caller;
    }

    @PUT
    @Consumes({"text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "importProfiles",
            summary = "Import profiles that nobody owns yet, from CSV or JSON lines as the export writes them: at most"
                    + " 10 MB and 10,000 records; the same file sent again goes on where it stopped")
    @APIResponse(responseCode = "200", description = "How many became profiles, and why the others did not")
    @APIResponse(responseCode = "400", description = "malformed-request: the file is not in UTF-8")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "409", description = "import-of-another-file: this id began with another one")
    @APIResponse(responseCode = "413", description = "too-large")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: send text/csv or application/x-ndjson")
    @APIResponse(responseCode = "422", description = "invalid-input: the id, an unknown column, too many records")
    public Uni<ImportReport> run(
            @RestPath @Pattern(regexp = ID) String importId,
            @RestHeader("Content-Type") String contentType,
            @RequestBody(content = @Content(schema = @Schema(type = SchemaType.STRING, format = "binary")))
                    byte @Nullable [] file) {
        return caller.fresh()
                .chain(admin ->
                        importProfiles.run(admin, importId, contentType, Objects.requireNonNullElse(file, EMPTY)));
    }

    @GET
    @Operation(operationId = "readImport", summary = "Show how far an import has come")
    @APIResponse(responseCode = "200", description = "How many became profiles, and why the others did not")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    @APIResponse(responseCode = "404", description = "no-such-import")
    public Uni<ImportReport> read(@RestPath String importId) {
        return caller.fresh().chain(admin -> imports.progress(importId)).map(Imports.Progress::report);
    }
}
