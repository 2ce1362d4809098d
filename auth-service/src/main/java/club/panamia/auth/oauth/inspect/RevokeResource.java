package club.panamia.auth.oauth.inspect;

import club.panamia.auth.oauth.CallingClient;
import club.panamia.auth.oauth.Form;
import club.panamia.auth.oauth.OAuthError;
import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** This token must not be worth anything any more (RFC 7009): a program's own access token, or a session that it was shown. */
@Path("/oauth/revoke")
@Tag(name = "Programs")
class RevokeResource {

    private static final int PER_MINUTE = 600;

    private final CallingClient calling;
    private final Revocations revocations;

    RevokeResource(CallingClient calling, Revocations revocations) {
        this.calling = calling;
        this.revocations = revocations;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "revokeToken", summary = "End an access token of one's own, or a session")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "token", type = SchemaType.STRING),
                                                @SchemaProperty(name = "client_id", type = SchemaType.STRING),
                                                @SchemaProperty(name = "client_secret", type = SchemaType.STRING)
                                            })))
    @APIResponse(responseCode = "200", description = "It is worth nothing now, whatever it was before")
    @APIResponse(
            responseCode = "400",
            description = "invalid_request",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "401",
            description = "invalid_client: unknown, disabled, or another secret",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "429",
            description = "temporarily_unavailable: 600 a minute per program and per address",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OAuthError.class)))
    public Uni<RestResponse<Void>> revoke(MultivaluedMap<String, String> parameters, @Context RoutingContext context) {
        var form = Form.of(parameters);
        var token = form.required("token");
        return calling.prove("revoke", PER_MINUTE, form, context)
                .chain(client -> revocations.revoke(token, client))
                .replaceWith(RestResponse::ok);
    }

    @ServerExceptionMapper
    public RestResponse<OAuthError> refused(Problem problem) {
        return OAuthError.answer(problem);
    }
}
