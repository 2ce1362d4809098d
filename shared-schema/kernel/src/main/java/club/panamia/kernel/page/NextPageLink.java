package club.panamia.kernel.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/** Says in a header, too, where the next page is (RFC 8288, {@code rel="next"}). */
class NextPageLink {

    @ServerResponseFilter
    void link(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Page<?> page && page.nextCursor() != null) {
            var here = request.getUriInfo().getRequestUriBuilder().replaceQueryParam("cursor", page.nextCursor());
            var next = here.build();
            response.getHeaders()
                    .putSingle(
                            HttpHeaders.LINK, "<%s?%s>; rel=\"next\"".formatted(next.getRawPath(), next.getRawQuery()));
        }
    }
}
