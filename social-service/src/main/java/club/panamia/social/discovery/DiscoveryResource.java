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
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Where other servers begin to look. */
@Path("/.well-known")
@Tag(name = "Federation")
@PermitAll
class DiscoveryResource {

    private static final String FOR_AN_HOUR = "public, max-age=3600";

    private final WebFinger webFinger;
    private final Home home;

    DiscoveryResource(WebFinger webFinger, Home home) {
        this.webFinger = webFinger;
        this.home = home;
    }

    @GET
    @Path("/webfinger")
    @Produces({"application/jrd+json", MediaType.APPLICATION_JSON})
    @Operation(
            operationId = "findActor",
            summary = "Find an actor by acct:name@host, by its id or by its page (RFC 7033)")
    @APIResponse(responseCode = "200", description = "Where the actor is; rel picks links")
    @APIResponse(responseCode = "400", description = "no-resource: none, or not of these kinds")
    @APIResponse(responseCode = "404", description = "not-found: nobody here")
    @APIResponse(responseCode = "410", description = "actor-gone")
    public Uni<RestResponse<String>> webfinger(@RestQuery @Nullable String resource, @RestQuery List<String> rel) {
        return webFinger.answer(Sought.in(resource, home), rel).map(found -> text("application/jrd+json", found));
    }

    @GET
    @Path("/host-meta")
    @Produces({"application/xrd+xml", MediaType.APPLICATION_XML})
    @Operation(operationId = "readHostMeta", summary = "Where WebFinger is asked (RFC 6415)")
    @APIResponse(responseCode = "200", description = "An XRD document")
    public RestResponse<String> hostMeta() {
        return text("application/xrd+xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <XRD xmlns="http://docs.oasis-open.org/ns/xri/xrd-1.0">
                  <Link rel="lrdd" template="%s?resource={uri}"/>
                </XRD>
                """.formatted(home.at("/.well-known/webfinger")));
    }

    @GET
    @Path("/host-meta.json")
    @Produces({"application/jrd+json", MediaType.APPLICATION_JSON})
    @Operation(operationId = "readHostMetaAsJson", summary = "Where WebFinger is asked, as JSON")
    @APIResponse(responseCode = "200", description = "A JRD document")
    public RestResponse<String> hostMetaAsJson() {
        var link =
                new JsonObject().put("rel", "lrdd").put("template", home.at("/.well-known/webfinger?resource={uri}"));
        return text(
                "application/jrd+json",
                new JsonObject().put("links", new JsonArray().add(link)).encode());
    }

    @GET
    @Path("/nodeinfo")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(operationId = "findNodeInfo", summary = "Where it is said what this server is")
    @APIResponse(responseCode = "200", description = "Links to NodeInfo 2.0 and 2.1")
    public RestResponse<String> nodeinfo() {
        var links = new JsonArray().add(nodeinfo("2.0")).add(nodeinfo("2.1"));
        return text(
                MediaType.APPLICATION_JSON, new JsonObject().put("links", links).encode());
    }

    private JsonObject nodeinfo(String version) {
        return new JsonObject()
                .put("rel", "http://nodeinfo.diaspora.software/ns/schema/" + version)
                .put("href", home.at("/nodeinfo/" + version));
    }

    private static RestResponse<String> text(String type, String text) {
        return ResponseBuilder.ok(text)
                .header(HttpHeaders.CONTENT_TYPE, type + "; charset=utf-8")
                .header(HttpHeaders.CACHE_CONTROL, FOR_AN_HOUR)
                .build();
    }
}
