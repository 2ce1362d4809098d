package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Begun;
import club.panamia.auth.page.Pages;
import club.panamia.auth.page.Refusal;
import club.panamia.auth.page.SameOrigin;
import club.panamia.kernel.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where the code is typed: in the browser that asked for it, and nowhere else. */
@Path("/login/code")
@Produces(MediaType.TEXT_HTML)
class CodeResource {

    private final BegunHere begunHere;
    private final TypeCode typeCode;
    private final SignedInCookies cookies;
    private final SameOrigin origin;
    private final Pages pages;

    CodeResource(BegunHere begunHere, TypeCode typeCode, SignedInCookies cookies, SameOrigin origin, Pages pages) {
        this.begunHere = begunHere;
        this.typeCode = typeCode;
        this.cookies = cookies;
        this.origin = origin;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "magiclink")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance code(Optional<Refusal> refusal, String again);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@Context RoutingContext context) {
        return begunHere.orSignIn(context, begun -> pages.show(200, page(begun), context));
    }

    private static TemplateInstance page(Begun begun) {
        return Templates.code(Optional.empty(), begun.again());
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> type(@RestForm @Nullable String code, @Context RoutingContext context) {
        origin.require(context.request());
        return Uni.createFrom()
                .deferred(() -> typeCode.with(Objects.requireNonNullElse(code, ""), context))
                .map(signedIn -> cookies.on(Pages.goTo(signedIn.proof().target().url()), signedIn, context)
                        .build())
                .onFailure(Problem.class)
                .recoverWithUni(problem -> again(problem, context));
    }

    private Uni<RestResponse<String>> again(Problem problem, RoutingContext context) {
        var page = Templates.code(Optional.of(Refusal.of(problem)), "/signin");
        return pages.show(problem.type().status(), page, context);
    }
}
