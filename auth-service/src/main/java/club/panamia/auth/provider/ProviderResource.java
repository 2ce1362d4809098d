package club.panamia.auth.provider;

import club.panamia.auth.page.FailedSignIn;
import club.panamia.auth.page.Pages;
import club.panamia.auth.page.ReturnTarget;
import club.panamia.auth.session.Browser;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.request.AllowedOrigins;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where a browser begins: to sign in with a provider, or to link an account there. */
@Path("/login/provider/{id}")
@Tag(name = "Sign-in")
class ProviderResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 30;

    private final Providers providers;
    private final CodeFlow codeFlow;
    private final Flows flows;
    private final FailedSignIn failed;
    private final Pages pages;
    private final CurrentActor caller;
    private final AllowedOrigins allowed;
    private final RateLimits limits;
    private final Clock clock;

    ProviderResource(
            Providers providers,
            CodeFlow codeFlow,
            Flows flows,
            FailedSignIn failed,
            Pages pages,
            CurrentActor caller,
            AllowedOrigins allowed,
            RateLimits limits,
            Clock clock) {
        this.providers = providers;
        this.codeFlow = codeFlow;
        this.flows = flows;
        this.failed = failed;
        this.pages = pages;
        this.caller = caller;
        this.allowed = allowed;
        this.limits = limits;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "provider")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance onward(String label, String address);
    }

    /** For browsers: refusals end at the sign-in page, which explains them. */
    @GET
    @PermitAll
    @Operation(operationId = "signInByProvider", summary = "Go to a provider to sign in with an account there")
    @APIResponse(responseCode = "303", description = "To the provider, or to /signin?error= with the reason")
    @APIResponse(responseCode = "429", description = "too-many-requests: 30 a minute per client")
    public Uni<RestResponse<String>> begin(
            @RestPath String id,
            @RestQuery @Nullable String callbackUrl,
            @RestQuery @Nullable String link,
            @Context RoutingContext context) {
        var target = ReturnTarget.of(callbackUrl, allowed).url();
        return limits.take("provider-begin", String.valueOf(Browser.of(context).address()), PER_MINUTE, MINUTE)
                .map(taken -> providers.named(id))
                .chain(provider -> begin(provider, flow(provider, target, link), context))
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> failed.of(refusal, target, context));
    }

    private Uni<RestResponse<String>> begin(Provider provider, Flow flow, RoutingContext context) {
        return codeFlow.begin(provider, context)
                .map(authorization -> Pages.goTo(authorization.toString())
                        .header(HttpHeaders.SET_COOKIE, flows.keep(flow, provider, authorization))
                        .build());
    }

    private Flow flow(Provider provider, String target, @Nullable String link) {
        return link == null ? new Flow(target, null, clock.instant()) : flows.redeem(link, provider);
    }

    /**
     * A form of a page of ours: whoever is signed in here owns the account afterwards. The answer is a page that goes on by itself,
     * since browsers hold a form to its page's policy through all redirects, and the provider is not in it.
     */
    @POST
    @Path("/link")
    @RolesAllowed("member")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(operationId = "linkAccount", summary = "Go to a provider to link an account there to mine")
    @APIResponse(responseCode = "200", description = "A page that goes to the provider")
    @APIResponse(responseCode = "401", description = "not-signed-in: nobody is, or the session has ended")
    @APIResponse(responseCode = "403", description = "wrong-origin: by cookie from elsewhere")
    @APIResponse(responseCode = "404", description = "provider-disabled: it is not switched on")
    public Uni<RestResponse<String>> link(
            @RestPath String id, @RestForm @Nullable String callbackUrl, @Context RoutingContext context) {
        var target = ReturnTarget.of(callbackUrl, allowed).url();
        return caller.fresh()
                .map(person -> new Flow.Linking(person.userId(), person.sessionId()))
                .map(linking -> new Flow(target, linking, clock.instant()))
                .chain(flow -> onward(flow, providers.named(id), context));
    }

    private Uni<RestResponse<String>> onward(Flow flow, Provider provider, RoutingContext context) {
        var address = provider.startPath() + "?link=" + flows.ticket(flow, provider);
        return pages.show(200, Templates.onward(provider.label(), address), context);
    }
}
