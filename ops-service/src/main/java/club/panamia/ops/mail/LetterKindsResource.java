package club.panamia.ops.mail;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Every letter that the suite writes, for whoever answers for its words. They are filled with samples, nobody's data. */
@Path("/api/ops/mail/letters")
@Tag(name = "Mail")
@RolesAllowed("admin")
class LetterKindsResource {

    private final LetterKinds kinds;

    LetterKindsResource(LetterKinds kinds) {
        this.kinds = kinds;
    }

    @GET
    @Operation(operationId = "listLetters", summary = "List every kind of letter, by name")
    @APIResponse(responseCode = "200", description = "All of them: their number is that of the templates")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    public List<LetterKind> list() {
        return kinds.all();
    }

    @GET
    @Path("/{name}/preview")
    @Operation(operationId = "previewLetter", summary = "Read a kind of letter, filled with samples")
    @APIResponse(responseCode = "200", description = "Its subject, as text and as HTML")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is")
    @APIResponse(responseCode = "403", description = "forbidden: administrators only")
    @APIResponse(responseCode = "404", description = "not-found: there is no such kind")
    @APIResponse(responseCode = "422", description = "invalid-input: the locale")
    public PreviewView preview(
            @RestPath String name, @RestQuery @DefaultValue("en") @Pattern(regexp = "en|es") String locale) {
        return PreviewView.of(kinds.preview(name, locale));
    }
}
