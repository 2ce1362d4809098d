package club.panamia.social.discovery;

import club.panamia.social.home.Home;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What this server is (NodeInfo 2.0 and 2.1). */
@Path("/nodeinfo")
@Tag(name = "Federation")
@PermitAll
class NodeInfoResource {

    private static final String FOR_HALF_AN_HOUR = "public, max-age=1800";

    private final Usage usage;
    private final Introduction introduction;
    private final Home home;
    private final String version;

    NodeInfoResource(
            Usage usage,
            Introduction introduction,
            Home home,
            @ConfigProperty(name = "quarkus.application.version") String version) {
        this.usage = usage;
        this.introduction = introduction;
        this.home = home;
        this.version = version;
    }

    @GET
    @Path("/2.0")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readNodeInfo20", summary = "What this server is, as NodeInfo 2.0")
    @APIResponse(responseCode = "200", description = "The document")
    public Uni<RestResponse<String>> two() {
        return usage.counted().map(counted -> answer("2.0", software(), counted));
    }

    @GET
    @Path("/2.1")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "readNodeInfo21", summary = "What this server is, as NodeInfo 2.1")
    @APIResponse(responseCode = "200", description = "The document")
    public Uni<RestResponse<String>> twoOne() {
        return usage.counted().map(counted -> answer("2.1", softwareOnTheWeb(), counted));
    }

    private JsonObject software() {
        return new JsonObject().put("name", "pana").put("version", version);
    }

    /** Where it is written down, where that is public, and where people meet it. */
    private JsonObject softwareOnTheWeb() {
        var software = software().put("homepage", home.at("/"));
        introduction.repository().ifPresent(repository -> software.put("repository", repository));
        return software;
    }

    private RestResponse<String> answer(String schema, JsonObject software, JsonObject counted) {
        var document = new JsonObject()
                .put("version", schema)
                .put("software", software)
                .put("protocols", new JsonArray().add("activitypub"))
                .put(
                        "services",
                        new JsonObject().put("inbound", new JsonArray()).put("outbound", new JsonArray()))
                .put("openRegistrations", true)
                .put("usage", counted)
                .put("metadata", introduction.metadata());
        return ResponseBuilder.ok(document.encode())
                .header(
                        HttpHeaders.CONTENT_TYPE,
                        "application/json; profile=\"http://nodeinfo.diaspora.software/ns/schema/%s#\""
                                .formatted(schema))
                .header(HttpHeaders.CACHE_CONTROL, FOR_HALF_AN_HOUR)
                .build();
    }
}
