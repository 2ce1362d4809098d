package club.panamia.social.discovery;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Discovery is read by pages from anywhere (RFC 7033, section 5), its refusals, too. */
class OpenToAllOrigins {

    @ServerResponseFilter
    void open(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        if (path.startsWith("/.well-known/") || path.startsWith("/nodeinfo/")) {
            response.getHeaders().putSingle("Access-Control-Allow-Origin", "*");
        }
    }
}
