package club.panamia.auth.token;

import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** The public keys, for everybody who verifies (RFC 7517). */
@Path("/.well-known/jwks.json")
@Tag(name = "Session")
class JwksResource {

    private final SigningKeys keys;

    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    @GET
    @NonBlocking
    @PermitAll
    @Produces("application/json")
    @Operation(operationId = "readPublicKeys", summary = "Show the keys that verify our tokens")
    @APIResponse(
            responseCode = "200",
            description = "A JWK set (RFC 7517, section 5)",
            content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public RestResponse<String> read() {
        return RestResponse.ResponseBuilder.ok(keys.published())
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=300")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
