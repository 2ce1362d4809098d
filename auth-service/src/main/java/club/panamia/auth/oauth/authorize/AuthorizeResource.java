package club.panamia.auth.oauth.authorize;

import static club.panamia.auth.oauth.OAuthProblem.ACCESS_DENIED;

import club.panamia.auth.oauth.Clients;
import club.panamia.auth.oauth.Form;
import club.panamia.auth.page.Pages;
import club.panamia.auth.session.Browser;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.OwnOrigin;
import club.panamia.kernel.limit.RateLimits;
import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.settings.Settings;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestResponse;

/** The authorization endpoint (RFC 6749, section 3.1): browsers come here, sent by a program, and return to it with a code. */
@Path("/oauth/authorize")
@Produces(MediaType.TEXT_HTML)
class AuthorizeResource {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int PER_MINUTE = 120;

    private final Clients clients;
    private final Consents consents;
    private final Codes codes;
    private final AuthorizationPages question;
    private final Pages pages;
    private final CurrentActor caller;
    private final RateLimits limits;
    private final OwnOrigin origin;
    private final String issuer;

    AuthorizeResource(
            Clients clients,
            Consents consents,
            Codes codes,
            AuthorizationPages question,
            Pages pages,
            CurrentActor caller,
            RateLimits limits,
            OwnOrigin origin,
            Settings settings) {
        this.clients = clients;
        this.consents = consents;
        this.codes = codes;
        this.question = question;
        this.pages = pages;
        this.caller = caller;
        this.limits = limits;
        this.origin = origin;
        this.issuer = settings.publicUrl().toString();
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> ask(@Context UriInfo uri, @Context RoutingContext context) {
        return answer(Form.of(uri.getQueryParameters()), context, this::letInOrAsk);
    }

    /** The person's answer; it comes from our own page only. */
    @POST
    @PermitAll
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> decide(
            MultivaluedMap<String, String> parameters, @Context RoutingContext context) {
        origin.require(context.request());
        return answer(Form.of(parameters), context, this::heed);
    }

    private Uni<RestResponse<String>> answer(Form form, RoutingContext context, Step step) {
        return limits.take("oauth-authorize", String.valueOf(Browser.of(context).address()), PER_MINUTE, MINUTE)
                .chain(() -> visit(form))
                .chain(visit -> after(visit, context, step))
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> pages.refuse(refusal, context));
    }

    private Uni<Visit> visit(Form form) {
        return Uni.combine()
                .all()
                .unis(clients.named(form.required("client_id")), caller.find())
                .with((client, person) -> Visit.of(form, client, person, issuer));
    }

    /** From here on the program is known to be itself, and hears of refusals by the way back. */
    private static Uni<RestResponse<String>> after(Visit visit, RoutingContext context, Step step) {
        return Uni.createFrom()
                .item(visit::wish)
                .chain(wish -> step.take(visit, wish, context))
                .onFailure(Problem.class)
                .recoverWithItem(
                        refusal -> AuthorizationPages.goTo(visit.returnTo().with(refusal)));
    }

    private Uni<RestResponse<String>> letInOrAsk(Visit visit, AuthorizationWish wish, RoutingContext context) {
        var person = visit.person();
        if (person == null) {
            return Uni.createFrom().item(AuthorizationPages.goTo(visit.signInFirst()));
        }
        return consents.cover(wish, person)
                .chain(covered -> covered ? letIn(wish, person) : question.ask(wish, person, visit, context));
    }

    private Uni<RestResponse<String>> heed(Visit visit, AuthorizationWish wish, RoutingContext context) {
        var person = visit.person();
        if (person == null) {
            return Uni.createFrom().item(AuthorizationPages.goTo(visit.signInFirst()));
        }
        if (!visit.allowed()) {
            throw ACCESS_DENIED.because("The person does not want to.");
        }
        return consents.remember(wish, person).chain(() -> letIn(wish, person));
    }

    private Uni<RestResponse<String>> letIn(AuthorizationWish wish, Actor person) {
        return codes.issue(wish, person)
                .map(code -> AuthorizationPages.goTo(wish.returnTo().with(code)));
    }

    /** What comes next, once it is clear who is asking for what. */
    private interface Step {
        Uni<RestResponse<String>> take(Visit visit, AuthorizationWish wish, RoutingContext context);
    }
}
