package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Begun;
import club.panamia.auth.magiclink.SignInCodes;
import club.panamia.auth.page.Pages;
import club.panamia.auth.page.SameOrigin;
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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page behind the link. Reading it changes nothing, since mail scanners read every link, run its scripts and press its buttons.
 * In the browser that began it is one tap. Anywhere else it shows the code to type there, or lets in who also knows the address.
 */
@Path("/login/confirm")
@Produces(MediaType.TEXT_HTML)
class ConfirmResource {

    private final FollowLink followLink;
    private final SignInCodes codes;
    private final SignedInCookies cookies;
    private final SameOrigin origin;
    private final Pages pages;

    ConfirmResource(FollowLink followLink, SignInCodes codes, SignedInCookies cookies, SameOrigin origin, Pages pages) {
        this.followLink = followLink;
        this.codes = codes;
        this.cookies = cookies;
        this.origin = origin;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "magiclink")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance here(String token, String email);

        static native TemplateInstance elsewhere(String token, String code);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestQuery @Nullable String token, @Context RoutingContext context) {
        var shown = Objects.requireNonNullElse(token, "");
        return followLink.look(shown).chain(begun -> pages.show(200, page(shown, begun, context), context));
    }

    private TemplateInstance page(String token, Begun begun, RoutingContext context) {
        if (followLink.beganIn(begun, context)) {
            return Templates.here(token, begun.email());
        }
        return Templates.elsewhere(
                token, begun.codeWorks() ? codes.ofToken(token).digits() : "");
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> confirm(
            @RestForm @Nullable String token, @RestForm @Nullable String email, @Context RoutingContext context) {
        origin.require(context.request());
        var shown = Objects.requireNonNullElse(token, "");
        var address = Objects.requireNonNullElse(email, "");
        return followLink
                .with(shown, address, context)
                .map(signedIn -> cookies.on(Pages.goTo(signedIn.proof().target().url()), signedIn, context)
                        .build());
    }
}
