package club.panamia.auth.page;

import club.panamia.kernel.problem.ProblemWriter;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/** Who asked for a page is refused by a page, whatever it was that refused: we, the framework, or a database that is away. */
class ProblemPages {

    private static final Annotation[] NO_ANNOTATIONS = {};

    private final Pages pages;

    ProblemPages(Pages pages) {
        this.pages = pages;
    }

    @ServerResponseFilter
    public Uni<Void> show(ContainerResponseContext answer, @Nullable SimpleResourceInfo asked, RoutingContext context) {
        return isPage(asked, context) && answer.getEntity() instanceof String text && isProblem(answer)
                ? pages.refuse(new JsonObject(text), context)
                        .invoke(page -> replace(answer, page))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }

    private static boolean isPage(@Nullable SimpleResourceInfo asked, RoutingContext context) {
        var resource = asked == null ? null : asked.getResourceClass();
        return resource == null ? wantsPage(context) : showsPages(resource);
    }

    private static boolean showsPages(Class<?> resource) {
        var produces = resource.getAnnotation(Produces.class);
        return produces != null && Arrays.asList(produces.value()).contains(MediaType.TEXT_HTML);
    }

    /** Refused before it was clear what was asked for; browsers that go to a page name HTML first. */
    private static boolean wantsPage(RoutingContext context) {
        var accept = context.request().getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.startsWith(MediaType.TEXT_HTML);
    }

    private static boolean isProblem(ContainerResponseContext answer) {
        return ProblemWriter.MEDIA_TYPE.equals(answer.getHeaderString(HttpHeaders.CONTENT_TYPE));
    }

    private static void replace(ContainerResponseContext answer, RestResponse<String> page) {
        page.getHeaders().forEach((name, values) -> answer.getHeaders().put(name, values));
        answer.setEntity(page.getEntity(), NO_ANNOTATIONS, MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"));
    }
}
