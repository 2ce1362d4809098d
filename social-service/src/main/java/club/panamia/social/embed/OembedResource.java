package club.panamia.social.embed;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** What pages elsewhere need to show a post (https://oembed.com). */
@Path("/api/social/oembed")
@Tag(name = "Posts")
class OembedResource {

    private final Embeds embeds;

    OembedResource(Embeds embeds) {
        this.embeds = embeds;
    }

    @GET
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "embedStatus",
            summary = "Show a post that is for everybody on a page elsewhere (oEmbed 1.0)")
    @APIResponse(
            responseCode = "200",
            description = "A quotation of it",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = EmbedView.class)))
    @APIResponse(responseCode = "304", description = "What you have is still right")
    @APIResponse(
            responseCode = "404",
            description = "no-such-status: no address of a post here, or one that is not for everybody")
    @APIResponse(responseCode = "422", description = "invalid-input: no url, or no room")
    @APIResponse(responseCode = "501", description = "no-such-format: anything but json")
    public Uni<RestResponse<EmbedView>> embed(
            @BeanParam @Valid EmbedQuery query, @RestHeader("If-None-Match") @Nullable String known) {
        query.requireJson();
        return embeds.answer(query, known);
    }
}
