package club.panamia.auth.magiclink.asking;

import club.panamia.auth.captcha.Captcha;
import club.panamia.auth.page.Pages;
import club.panamia.auth.page.Refusal;
import club.panamia.auth.page.ReturnTarget;
import club.panamia.auth.page.SameOrigin;
import club.panamia.auth.page.SignInError;
import club.panamia.auth.page.SignInOptions;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.request.AllowedOrigins;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The sign-in page, to which front ends and sidecars send people: {@code /signin?callbackUrl=…}. */
@Path("/signin")
@Produces(MediaType.TEXT_HTML)
class SignInResource {

    private final AskForLink askForLink;
    private final Captcha captcha;
    private final Instance<SignInOptions> options;
    private final SameOrigin origin;
    private final AllowedOrigins allowed;
    private final Pages pages;

    SignInResource(
            AskForLink askForLink,
            Captcha captcha,
            @Any Instance<SignInOptions> options,
            SameOrigin origin,
            AllowedOrigins allowed,
            Pages pages) {
        this.askForLink = askForLink;
        this.captcha = captcha;
        this.options = options;
        this.origin = origin;
        this.allowed = allowed;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "magiclink")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance signIn(SignInForm form);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(
            @RestQuery @Nullable String callbackUrl,
            @RestQuery @Nullable String error,
            @RestQuery boolean verificationSent,
            @Context RoutingContext context) {
        var form = form("", callbackUrl, SignInError.of(error), Optional.empty(), verificationSent);
        return page(200, form, context);
    }

    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> ask(
            @RestForm @Nullable String email,
            @RestForm @Nullable String callbackUrl,
            @RestForm("captcha") @Nullable String turnstile,
            @RestForm("g-recaptcha-response") @Nullable String recaptcha,
            @Context RoutingContext context) {
        origin.require(context.request());
        var typed = Objects.requireNonNullElse(email, "");
        var wish = new AskForLink.Wish(typed, callbackUrl, turnstile == null ? recaptcha : turnstile);
        return Uni.createFrom()
                .deferred(() -> askForLink.with(wish, context))
                .map(SignInResource::toTheMailbox)
                .onFailure(Problem.class)
                .recoverWithUni(problem -> again(problem, typed, callbackUrl, context));
    }

    private static RestResponse<String> toTheMailbox(String pendingCookie) {
        return Pages.goTo("/login/sent")
                .header(HttpHeaders.SET_COOKIE, pendingCookie)
                .build();
    }

    private Uni<RestResponse<String>> again(
            Problem problem, String typed, @Nullable String callbackUrl, RoutingContext context) {
        var form = form(typed, callbackUrl, Optional.empty(), Optional.of(Refusal.of(problem)), false);
        return page(problem.type().status(), form, context);
    }

    private SignInForm form(
            String email,
            @Nullable String callbackUrl,
            Optional<SignInError> error,
            Optional<Refusal> refusal,
            boolean verificationSent) {
        var offered = options.stream().flatMap(all -> all.offered().stream()).toList();
        var target = ReturnTarget.of(callbackUrl, allowed).url();
        return new SignInForm(email, target, error, refusal, verificationSent, offered, captcha.widget());
    }

    private Uni<RestResponse<String>> page(int status, SignInForm form, RoutingContext context) {
        return pages.show(
                status, Templates.signIn(form), context, form.captcha().policy());
    }
}
