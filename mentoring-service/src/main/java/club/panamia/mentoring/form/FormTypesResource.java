package club.panamia.mentoring.form;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** What the forms ask. */
@Path("/api/intake-forms/types")
@Tag(name = "Intake forms")
class FormTypesResource {

    /** A kind of form. */
    @Schema(description = "A kind of form")
    record TypeView(
            @Schema(required = true) FormType type,

            @Schema(required = true, description = "Of its JSON Schema")
            int version) {}

    private static final List<TypeView> ALL = Arrays.stream(FormType.values())
            .map(type -> new TypeView(type, FormSchema.VERSION))
            .toList();

    @GET
    @PermitAll
    @Operation(operationId = "listIntakeFormTypes", summary = "List the kinds of form")
    @APIResponse(responseCode = "200", description = "All six")
    public Uni<List<TypeView>> list() {
        return Uni.createFrom().item(ALL);
    }

    @GET
    @Path("/{type}")
    @PermitAll
    @Produces("application/schema+json")
    @Operation(operationId = "readIntakeFormSchema", summary = "Show what a form of a kind asks, as JSON Schema")
    @APIResponse(
            responseCode = "200",
            description = "Draft 2020-12, with the versions of itself and of the words of the consents",
            content = @Content(mediaType = "application/schema+json", schema = @Schema(type = SchemaType.OBJECT)))
    @APIResponse(responseCode = "404", description = "no-such-form-type")
    public Uni<String> schema(@RestPath String type) {
        return Uni.createFrom()
                .item(() -> FormSchema.of(FormType.of(type)).json().encode());
    }
}
