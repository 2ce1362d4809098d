package club.panamia.auth.oauth;

import club.panamia.kernel.settings.Settings;
import io.smallrye.common.annotation.NonBlocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Where our endpoints are and what they can do (RFC 8414). We issue no ID tokens, so there is no OpenID configuration. */
@Path("/.well-known/oauth-authorization-server")
@Tag(name = "Programs")
class MetadataResource {

    private final ServerMetadata metadata;

    MetadataResource(Settings settings) {
        metadata = ServerMetadata.of(settings.publicUrl().toString());
    }

    @GET
    @NonBlocking
    @PermitAll
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readServerMetadata", summary = "Show where the OAuth endpoints are and what they can do")
    @APIResponse(responseCode = "200", description = "Authorization server metadata")
    public RestResponse<ServerMetadata> read() {
        return RestResponse.ResponseBuilder.ok(metadata)
                .header(HttpHeaders.CACHE_CONTROL, "public, max-age=3600")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }
}
