package club.panamia.social.rule;

import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.social.home.Home;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Rules for servers in the file that other servers give and take. */
@Path("/api/social/server-rules/file")
@Tag(name = "Moderation")
@RolesAllowed(Roles.ADMIN)
class RuleFileResource {

    private final RulesInForce rules;
    private final DecideOnServer decide;
    private final CurrentActor caller;
    private final Home home;

    RuleFileResource(RulesInForce rules, DecideOnServer decide, CurrentActor caller, Home home) {
        this.rules = rules;
        this.decide = decide;
        this.caller = caller;
        this.home = home;
    }

    @GET
    @Produces("text/csv")
    @Operation(operationId = "exportServerRules", summary = "All rules as CSV, as Mastodon takes them")
    @APIResponse(responseCode = "200", description = "The file")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden")
    public Uni<RestResponse<String>> export() {
        return caller.fresh()
                .chain(admin -> rules.all())
                .map(RuleFile::of)
                .map(file -> ResponseBuilder.ok(file)
                        .header("Content-Disposition", "attachment; filename=\"server-rules.csv\"")
                        .header("Cache-Control", "no-store")
                        .build());
    }

    /** A file with #domain alone says whom to let alone. What it does not name stays as it is. */
    @POST
    @Consumes("text/csv")
    @Operation(operationId = "importServerRules", summary = "Decide as a CSV file of Mastodon's form says")
    @APIResponse(responseCode = "200", description = "So many rules are new or have changed")
    @APIResponse(responseCode = "401", description = "not-signed-in: also when the session behind a token has ended")
    @APIResponse(responseCode = "403", description = "forbidden; wrong-origin")
    @APIResponse(responseCode = "413", description = "too-large: a mebibyte at most")
    @APIResponse(responseCode = "415", description = "unsupported-media-type")
    @APIResponse(
            responseCode = "422",
            description = "invalid-input: the first line that cannot be read; nothing is kept")
    public Uni<Imported> take(byte[] file) {
        var read = RuleFile.read(new String(file, StandardCharsets.UTF_8), home.host());
        return caller.fresh().chain(admin -> all(admin, read)).invoke(decide::heard);
    }

    private Uni<Imported> all(Actor admin, Map<String, ServerRuleDraft> read) {
        return Multi.createFrom()
                .iterable(read.keySet())
                .onItem()
                .transformToUniAndConcatenate(
                        domain -> decide.on(admin, domain, Objects.requireNonNull(read.get(domain))))
                .filter(changed -> changed)
                .collect()
                .with(Collectors.counting())
                .map(changed -> new Imported(changed.intValue()));
    }

    /** What has come of a file. */
    @Schema(name = "ImportedServerRules")
    record Imported(
            @Schema(required = true, description = "How many rules are new or have changed")
            int changed) {}
}
