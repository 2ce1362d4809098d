package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Begun;
import club.panamia.auth.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** "Check your mail", with a place for the code, in the browser that asked. */
@Path("/login/sent")
@Produces(MediaType.TEXT_HTML)
class SentResource {

    private final BegunHere begunHere;
    private final Pages pages;

    SentResource(BegunHere begunHere, Pages pages) {
        this.begunHere = begunHere;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "magiclink")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance sent(String email, String again);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@Context RoutingContext context) {
        return begunHere.orSignIn(context, begun -> pages.show(200, page(begun), context));
    }

    private static TemplateInstance page(Begun begun) {
        return Templates.sent(begun.email(), begun.again());
    }
}
