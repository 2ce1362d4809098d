package club.panamia.profile.transfer;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestMulti;

/** All profiles as a file. It holds addresses and telephone numbers: for administrators, and no cache keeps it. */
@Path("/api/profiles/exports")
@Tag(name = "Import and export")
@RolesAllowed(Roles.ADMIN)
class ExportResource {

    private final Export export;
    private final CurrentActor caller;

    ExportResource(Export export, CurrentActor caller) {
        this.export = export;
        this.caller = caller;
    }

    @GET
    @Path("/profiles.csv")
    @Produces("text/csv")
    @Operation(
            operationId = "exportProfilesAsCsv",
            summary = "Export all profiles as CSV (RFC 4180), as the import takes it")
    @APIResponse(
            responseCode = "200",
            description =
                    "The file, sent while it is made; cells that a spreadsheet would run begin with an apostrophe",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Multi<String> csv() {
        return RestMulti.fromUniResponse(caller.fresh(), admin -> export.csv(), admin -> headers("profiles.csv"));
    }

    @GET
    @Path("/profiles.jsonl")
    @Produces("application/x-ndjson")
    @Operation(
            operationId = "exportProfilesAsJsonLines",
            summary = "Export all profiles as JSON lines, as the import takes them")
    @APIResponse(
            responseCode = "200",
            description = "A JSON object per line, sent while they are read",
            content = @Content(mediaType = "application/x-ndjson", schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Multi<ObjectNode> jsonLines() {
        return RestMulti.fromUniResponse(caller.fresh(), admin -> export.objects(), admin -> headers("profiles.jsonl"));
    }

    private static Map<String, List<String>> headers(String file) {
        return Map.of(
                "Content-Disposition", List.of("attachment; filename=\"%s\"".formatted(file)),
                "Cache-Control", List.of("no-store"));
    }
}
