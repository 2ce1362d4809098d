package club.panamia.auth.security;

import static club.panamia.auth.audit.SecurityAction.SESSIONS_ENDED;
import static club.panamia.auth.audit.SecurityAction.SESSION_ENDED;

import club.panamia.auth.audit.SecurityEvent;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.auth.page.Pages;
import club.panamia.auth.page.SameOrigin;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.page.PageQuery;
import club.panamia.kernel.problem.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The page about the safety of one's own account. Who is not signed in is sent to sign in first. */
@Path("/account/security")
@Produces(MediaType.TEXT_HTML)
class SecurityResource {

    private static final String HERE = "/account/security";

    private final WaysIn waysIn;
    private final SecurityTrail trail;
    private final CurrentActor caller;
    private final SameOrigin origin;
    private final Pages pages;

    SecurityResource(WaysIn waysIn, SecurityTrail trail, CurrentActor caller, SameOrigin origin, Pages pages) {
        this.waysIn = waysIn;
        this.trail = trail;
        this.caller = caller;
        this.origin = origin;
        this.pages = pages;
    }

    @CheckedTemplate(basePath = "security")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance security(SecurityPage page);
    }

    @GET
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> show(@Context RoutingContext context) {
        return forWhoIsSignedIn(person -> page(person, context));
    }

    @POST
    @Path("/sessions/{id}/end")
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> endOne(@RestPath String id, @Context RoutingContext context) {
        origin.require(context.request());
        return forWhoIsSignedIn(person -> waysIn.end(person, id)
                .chain(() -> trail.recordAtOnce(SecurityEvent.own(person.userId(), SESSION_ENDED)))
                .map(done -> again()));
    }

    @POST
    @Path("/other-sessions/end")
    @PermitAll
    @Operation(hidden = true)
    public Uni<RestResponse<String>> endOthers(@Context RoutingContext context) {
        origin.require(context.request());
        return forWhoIsSignedIn(person -> waysIn.endOthers(person)
                .chain(() -> trail.recordAtOnce(SecurityEvent.own(person.userId(), SESSIONS_ENDED)))
                .map(done -> again()));
    }

    private Uni<RestResponse<String>> page(Actor person, RoutingContext context) {
        return Uni.combine()
                .all()
                .unis(waysIn.sessionsOf(person), waysIn.accountsOf(person), trail.about(person, new PageQuery()))
                .with(SecurityPage::of)
                .chain(page -> pages.show(200, Templates.security(page), context));
    }

    private Uni<RestResponse<String>> forWhoIsSignedIn(Function<Actor, Uni<RestResponse<String>>> answer) {
        return caller.find()
                .chain(found -> found.map(answer).orElseGet(() -> Uni.createFrom().item(toSignIn())));
    }

    private static RestResponse<String> again() {
        return Pages.goTo(HERE).build();
    }

    private static RestResponse<String> toSignIn() {
        return Pages.goTo("/signin?callbackUrl=" + HERE).build();
    }

    @ServerExceptionMapper
    public Uni<RestResponse<String>> refused(Problem problem, RoutingContext context) {
        return pages.refuse(problem, context);
    }
}
