package club.panamia.kernel.openapi;

import club.panamia.kernel.problem.ProblemWriter;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/**
 * Adds to every operation what holds for all: refusals are problem documents (RFC 9457), the database may be away for a moment,
 * and a person signs in by cookie or bearer token. At build time, so that the stored description has it too.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class HouseContract implements OASFilter {

    private static final String PROBLEM = "Problem";
    private static final String COOKIE = "cookie";
    private static final String BEARER = "bearer";

    @Override
    public Operation filterOperation(Operation operation) {
        var responses = operation.getResponses();
        if (!responses.hasAPIResponse("503")) {
            responses.addAPIResponse(
                    "503",
                    OASFactory.createAPIResponse()
                            .description("unavailable or overloaded: nothing was lost, try again after Retry-After"));
        }
        responses.getAPIResponses().forEach(HouseContract::describe);
        if (operation.getSecurity() != null && !operation.getSecurity().isEmpty()) {
            operation.setSecurity(List.of(
                    OASFactory.createSecurityRequirement().addScheme(COOKIE),
                    OASFactory.createSecurityRequirement().addScheme(BEARER)));
        }
        return operation;
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        if (api.getComponents() == null) {
            api.setComponents(OASFactory.createComponents());
        }
        api.getComponents()
                .addSchema(PROBLEM, problem())
                .addSecurityScheme(
                        COOKIE,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name("__Secure-authjs.session-token")
                                .description("Over plain http: authjs.session-token"))
                .addSecurityScheme(
                        BEARER,
                        OASFactory.createSecurityScheme()
                                .type(SecurityScheme.Type.HTTP)
                                .scheme("bearer")
                                .bearerFormat("JWT"));
    }

    private static void describe(String status, APIResponse response) {
        var refused = status.startsWith("4") || status.startsWith("5");
        if (refused && response.getContent() == null) {
            response.setContent(OASFactory.createContent()
                    .addMediaType(
                            ProblemWriter.MEDIA_TYPE,
                            OASFactory.createMediaType()
                                    .schema(OASFactory.createSchema().ref(PROBLEM))));
        }
    }

    private static Schema problem() {
        return object("Problem details (RFC 9457)")
                .required(List.of("type", "title", "status", "detail"))
                .addProperty("type", text("Stable, such as /problems/not-found"))
                .addProperty("title", text("The same for every case of the type"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("What is special about this case"))
                .addProperty("requestId", text("Finds the request in the log"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(object("One fault of the input")
                                        .addProperty("path", text("JSON Pointer into the body, or a parameter's name"))
                                        .addProperty("message", text("What would be right"))));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
