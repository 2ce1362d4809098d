package club.panamia.ops.mail;

import club.panamia.ops.page.Pages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** Every letter as its readers see it, in the control room. */
@Path("/ops/letters")
@RolesAllowed("admin")
class LetterPagesResource {

    /** Letters bring their styles along, as mail programs want them. */
    private static final String POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    private final LetterKinds kinds;

    LetterPagesResource(LetterKinds kinds) {
        this.kinds = kinds;
    }

    @CheckedTemplate(basePath = "console")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance letters(List<LetterKind> kinds);
    }

    @GET
    @Operation(hidden = true)
    public Uni<RestResponse<String>> list(@Context RoutingContext context) {
        return Pages.show(200, Templates.letters(kinds.all()), Pages.languageOf(context));
    }

    @GET
    @Path("/{name}/{locale}")
    @Operation(hidden = true)
    public RestResponse<String> read(@RestPath String name, @RestPath @Pattern(regexp = "en|es") String locale) {
        return RestResponse.ResponseBuilder.ok(kinds.preview(name, locale).html())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("Content-Security-Policy", POLICY)
                .build();
    }
}
