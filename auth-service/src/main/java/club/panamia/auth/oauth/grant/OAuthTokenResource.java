package club.panamia.auth.oauth.grant;

import static club.panamia.auth.oauth.OAuthProblem.UNSUPPORTED_GRANT_TYPE;

import club.panamia.auth.oauth.CallingClient;
import club.panamia.auth.oauth.Form;
import club.panamia.auth.oauth.OAuthError;
import club.panamia.kernel.problem.Problem;
import io.quarkus.arc.All;
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
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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

/** The token endpoint (RFC 6749, section 3.2). Programs prove themselves here; a person's cookie counts for nothing. */
@Path("/oauth/token")
@Tag(name = "Programs")
class OAuthTokenResource {

    private static final int PER_MINUTE = 1200;

    private final CallingClient calling;
    private final Map<String, Grant> grants;

    OAuthTokenResource(CallingClient calling, @All List<Grant> grants) {
        this.calling = calling;
        this.grants = grants.stream().collect(Collectors.toUnmodifiableMap(Grant::type, Function.identity()));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "issueOAuthToken", summary = "Turn a grant into a five-minute access token")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_FORM_URLENCODED,
                            schema =
                                    @Schema(
                                            type = SchemaType.OBJECT,
                                            properties = {
                                                @SchemaProperty(name = "grant_type", type = SchemaType.STRING),
                                                @SchemaProperty(name = "client_id", type = SchemaType.STRING),
                                                @SchemaProperty(name = "client_secret", type = SchemaType.STRING),
                                                @SchemaProperty(name = "audience", type = SchemaType.STRING),
                                                @SchemaProperty(name = "scope", type = SchemaType.STRING),
                                                @SchemaProperty(name = "subject_token", type = SchemaType.STRING),
                                                @SchemaProperty(name = "subject_token_type", type = SchemaType.STRING),
                                                @SchemaProperty(
                                                        name = "requested_token_type",
                                                        type = SchemaType.STRING),
                                                @SchemaProperty(name = "code", type = SchemaType.STRING),
                                                @SchemaProperty(name = "redirect_uri", type = SchemaType.STRING),
                                                @SchemaProperty(name = "code_verifier", type = SchemaType.STRING)
                                            })))
    @APIResponse(
            responseCode = "200",
            description = "The token (RFC 6749, section 5.1)",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = IssuedToken.class)))
    @APIResponse(
            responseCode = "400",
            description =
                    "invalid_request, invalid_grant, unauthorized_client, unsupported_grant_type, invalid_scope, invalid_target",
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
            description = "temporarily_unavailable: 1200 a minute per program and per address",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = OAuthError.class)))
    public Uni<RestResponse<IssuedToken>> issue(
            MultivaluedMap<String, String> parameters, @Context RoutingContext context) {
        var form = Form.of(parameters);
        var grant = grant(form);
        return calling.prove("token", PER_MINUTE, form, context)
                .map(client -> client.require(grant.registeredAs()))
                .chain(client -> grant.issue(client, form))
                .map(OAuthTokenResource::unkept);
    }

    private Grant grant(Form form) {
        var grant = grants.get(form.required("grant_type"));
        if (grant == null) {
            throw UNSUPPORTED_GRANT_TYPE.because("'grant_type' is none that is known here.");
        }
        return grant;
    }

    private static RestResponse<IssuedToken> unkept(IssuedToken token) {
        return RestResponse.ResponseBuilder.ok(token)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    @ServerExceptionMapper
    public RestResponse<OAuthError> refused(Problem problem) {
        return OAuthError.answer(problem);
    }
}
