package club.panamia.ops.newsletter;

import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.secret.Tokens;
import club.panamia.ops.newsletter.NewsletterPages.Templates;
import club.panamia.ops.page.Pages;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The page behind the mailed link. Reading it, as mail scanners do, changes nothing; its button confirms. */
@Path(ConfirmationResource.PATH)
class ConfirmationResource {

    static final String PATH = "/api/newsletter/confirmation";

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 30;

    private final Readers readers;
    private final ConfirmSignup confirmSignup;
    private final RateLimits limits;
    private final Tokens tokens;

    ConfirmationResource(Readers readers, ConfirmSignup confirmSignup, RateLimits limits, Tokens tokens) {
        this.readers = readers;
        this.confirmSignup = confirmSignup;
        this.limits = limits;
        this.tokens = tokens;
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestQuery @Nullable String token, @Context RoutingContext context) {
        var shown = token == null ? "" : token;
        return counted(context)
                .chain(() -> readers.behind(tokens.hash(shown)))
                .chain(found -> found.isPresent()
                        ? Pages.show(
                                200,
                                Templates.confirm(found.get(), shown),
                                found.get().locale())
                        : NewsletterPages.closed(context));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> confirm(@RestForm @Nullable String token, @Context RoutingContext context) {
        return counted(context)
                .chain(() -> confirmSignup.by(token == null ? "" : token, client(context)))
                .chain(good -> good
                        ? Pages.show(200, Templates.confirmed(), Pages.languageOf(context))
                        : NewsletterPages.closed(context));
    }

    private Uni<Void> counted(RoutingContext context) {
        return limits.take("newsletter-page", client(context), PER_MINUTE, MINUTE);
    }

    private static String client(RoutingContext context) {
        return context.request().remoteAddress().hostAddress();
    }
}
