package club.panamia.engagement.list.content;

import static java.util.stream.Collectors.joining;

import club.panamia.engagement.list.Lists;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A whole list as a file for spreadsheets (RFC 4180). */
@Path("/api/lists/{id}/content.csv")
@Tag(name = "Lists")
class CsvResource {

    private final Lists lists;
    private final Contents contents;
    private final CurrentActor caller;

    CsvResource(Lists lists, Contents contents, CurrentActor caller) {
        this.lists = lists;
        this.contents = contents;
        this.caller = caller;
    }

    @GET
    @PermitAll
    @Produces("text/csv; charset=utf-8")
    @ResponseHeader(name = "Content-Disposition", value = "attachment; filename=\"list.csv\"")
    @Operation(operationId = "exportListAsCsv", summary = "Take out what is on a list as CSV (RFC 4180)")
    @APIResponse(
            responseCode = "200",
            description = "All of it, beneath a line of headings; nothing in it runs as a formula")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    public Uni<String> export(@RestPath String id) {
        return caller.find()
                .chain(reader -> contents.of(reader.orElse(null), id))
                .map(things -> things.stream().map(ListCsv::line).collect(joining("", ListCsv.HEAD, "")));
    }

    /** Puts at the end of a list of mine what the good lines say; a dry run only says what would come of it. */
    @POST
    @Consumes("text/csv")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.MEMBER)
    @WithTransaction
    @Operation(
            operationId = "importIntoListFromCsv",
            summary = "Put what a file of CSV names on a list: kind, target and note, as the export has them")
    @APIResponse(responseCode = "200", description = "How many are new, and every line that is not brought in")
    @APIResponse(responseCode = "401", description = "not-signed-in")
    @APIResponse(responseCode = "403", description = "not-your-list, wrong-origin")
    @APIResponse(responseCode = "404", description = "no-such-list: also one that I may not see")
    @APIResponse(responseCode = "409", description = "list-is-full: it holds 500, and nothing was put on it")
    @APIResponse(responseCode = "415", description = "unsupported-media-type: send text/csv")
    @APIResponse(responseCode = "422", description = "invalid-input: 1 to 500 lines beneath the headings")
    public Uni<FileImportedView> bringIn(
            @RestPath String id,
            @RestQuery @Parameter(description = "true: change nothing") boolean dryRun,
            @NotNull @Size(max = 500_000) String text) {
        var owner = caller.actor();
        var file = ListFile.of(text);
        return lists.ofForChange(owner, id)
                .chain(list ->
                        dryRun ? contents.tryOut(list, file.things()) : contents.bringIn(list, file.things(), owner))
                .map(done -> new FileImportedView(done.added(), file.faultsWith(done.unknown()), dryRun));
    }
}
