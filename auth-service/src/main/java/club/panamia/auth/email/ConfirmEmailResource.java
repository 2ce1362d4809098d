package club.panamia.auth.email;

import static club.panamia.kernel.problem.CommonProblem.NOT_SIGNED_IN;

import club.panamia.auth.page.Language;
import club.panamia.auth.page.Pages;
import club.panamia.auth.session.Browser;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.OwnOrigin;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.secret.Tokens;
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
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * The page behind the link that adds an address. Reading it changes nothing; its button works only where the person who asked is
 * signed in, so that nobody can talk another into giving them an address.
 */
@Path("/account/emails/confirm")
@Produces(MediaType.TEXT_HTML)
class ConfirmEmailResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 10;

    private final EmailProofs proofs;
    private final AdoptEmail adoptEmail;
    private final CurrentActor caller;
    private final OwnOrigin origin;
    private final RateLimits limits;
    private final Tokens tokens;
    private final Pages pages;

    ConfirmEmailResource(
            EmailProofs proofs,
            AdoptEmail adoptEmail,
            CurrentActor caller,
            OwnOrigin origin,
            RateLimits limits,
            Tokens tokens,
            Pages pages) {
        this.proofs = proofs;
        this.adoptEmail = adoptEmail;
        this.caller = caller;
        this.origin = origin;
        this.limits = limits;
        this.tokens = tokens;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "email")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance confirm(String token, String email, String screenname);

        static native TemplateInstance added(String email);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@RestQuery @Nullable String token, @Context RoutingContext context) {
        return counted(context)
                .chain(() -> proofs.pending(tokens.hash(text(token))))
                .map(pending -> Templates.confirm(text(token), pending.email(), text(pending.screenname())))
                .chain(page -> pages.show(200, page, context));
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> confirm(@RestForm @Nullable String token, @Context RoutingContext context) {
        origin.require(context.request());
        return counted(context)
                .chain(caller::find)
                .chain(actor -> adoptEmail.with(text(token), signedIn(actor), Language.of(context)))
                .chain(email -> pages.show(200, Templates.added(email), context));
    }

    private Uni<Void> counted(RoutingContext context) {
        return limits.take("confirm-email", String.valueOf(Browser.of(context).address()), PER_MINUTE, MINUTE);
    }

    private static Actor signedIn(Optional<Actor> actor) {
        return actor.orElseThrow(
                () -> NOT_SIGNED_IN.because("Sign in first in this browser, then open the link again."));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}
