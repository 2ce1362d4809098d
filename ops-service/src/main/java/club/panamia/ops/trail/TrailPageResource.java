package club.panamia.ops.trail;

import club.panamia.kernel.identity.CurrentActor;
import club.panamia.ops.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The audit trail as a page of the control room. */
@Path("/ops/trail")
class TrailPageResource {

    private final Trail trail;
    private final CurrentActor caller;

    TrailPageResource(Trail trail, CurrentActor caller) {
        this.trail = trail;
        this.caller = caller;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance trail(Found found);
    }

    @GET
    @RolesAllowed("admin")
    @Operation(hidden = true)
    public Uni<RestResponse<String>> search(@BeanParam @Valid TrailQuery query, @Context RoutingContext context) {
        return caller.fresh()
                .chain(admin -> trail.search(admin, query))
                .map(page -> new Found(query, page))
                .chain(found -> Pages.show(200, Templates.trail(found), Pages.languageOf(context)));
    }
}
