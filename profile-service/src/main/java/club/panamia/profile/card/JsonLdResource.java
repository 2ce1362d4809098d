package club.panamia.profile.card;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** A profile for search engines. */
@Path("/api/profiles/{screenname}/json-ld")
@Tag(name = "Directory")
class JsonLdResource {

    private final Cards cards;

    JsonLdResource(Cards cards) {
        this.cards = cards;
    }

    @GET
    @PermitAll
    @Produces(JsonLd.MEDIA_TYPE)
    @Operation(
            operationId = "readProfileAsJsonLd",
            summary = "Show what everybody may see of a profile in schema.org's words; whoever puts it into a page"
                    + " escapes it")
    @APIResponse(responseCode = "200", description = "The document")
    @APIResponse(responseCode = "404", description = "no-such-profile: nobody of that name shows one")
    public Uni<JsonLd> read(@RestPath String screenname) {
        return cards.of(screenname).map(JsonLd::of);
    }
}
