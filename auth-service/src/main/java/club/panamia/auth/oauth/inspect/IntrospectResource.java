package club.panamia.auth.oauth.inspect;

import static club.panamia.auth.oauth.OAuthProblem.INVALID_CLIENT;

import club.panamia.auth.oauth.CallingClient;
import club.panamia.auth.oauth.Client;
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
import jakarta.ws.rs.core.HttpHeaders;
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

/** What is this token worth now? (RFC 7662) Asked by programs that were shown one, and told only to those that have a secret. */
@Path("/oauth/introspect")
@Tag(name = "Programs")
class IntrospectResource {

    private static final int PER_MINUTE = 6000;

    private final CallingClient calling;
    private final WorthNow worthNow;

    IntrospectResource(CallingClient calling, WorthNow worthNow) {
        this.calling = calling;
        this.worthNow = worthNow;
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "introspectToken", summary = "Ask what a session's or an access token is worth now")
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
    @APIResponse(
            responseCode = "200",
            description = "active, and whose it is; or nothing but active: false",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = Introspection.class)))
    @APIResponse(
            responseCode = "400",
            description = "invalid_request",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "401",
            description = "invalid_client: unknown, disabled, another secret, or a public program",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OAuthError.class)))
    @APIResponse(
            responseCode = "429",
            description = "temporarily_unavailable: 6000 a minute per program and per address",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OAuthError.class)))
    public Uni<RestResponse<Introspection>> introspect(
            MultivaluedMap<String, String> parameters, @Context RoutingContext context) {
        var form = Form.of(parameters);
        var token = form.required("token");
        return calling.prove("introspect", PER_MINUTE, form, context)
                .invoke(IntrospectResource::refusePublic)
                .chain(client -> worthNow.of(token, client))
                .map(answer -> RestResponse.ResponseBuilder.ok(answer)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build());
    }

    /** Everybody can say a public program's name: telling such a one would be telling everybody (RFC 7662, section 2.1). */
    private static void refusePublic(Client client) {
        if (!client.isConfidential()) {
            throw INVALID_CLIENT.because("A public program cannot ask.");
        }
    }

    @ServerExceptionMapper
    public RestResponse<OAuthError> refused(Problem problem) {
        return OAuthError.answer(problem);
    }
}
