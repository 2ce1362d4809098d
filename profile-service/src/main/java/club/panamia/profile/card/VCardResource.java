package club.panamia.profile.card;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A profile for an address book. */
@Path("/api/profiles/{screenname}/vcard")
@Tag(name = "Directory")
class VCardResource {

    private final Cards cards;

    VCardResource(Cards cards) {
        this.cards = cards;
    }

    @GET
    @PermitAll
    @Produces(VCard.MEDIA_TYPE)
    @Operation(
            operationId = "readProfileAsVCard",
            summary = "Show what everybody may see of a profile as a vCard 4.0 (RFC 6350)")
    @APIResponse(
            responseCode = "200",
            description = "The card",
            content = @Content(mediaType = VCard.MEDIA_TYPE, schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "404", description = "no-such-profile: nobody of that name shows one")
    public Uni<RestResponse<String>> read(@RestPath String screenname) {
        return cards.of(screenname).map(VCardResource::answer);
    }

    private static RestResponse<String> answer(Card card) {
        return ResponseBuilder.ok(VCard.of(card), VCard.MEDIA_TYPE + ";charset=utf-8")
                .header("Content-Disposition", "attachment; filename=\"%s.vcf\"".formatted(card.screenname()))
                .build();
    }
}
