package club.panamia.auth.security;

import club.panamia.auth.account.Accounts;
import club.panamia.auth.audit.SecurityTrail;
import club.panamia.auth.page.Pages;
import club.panamia.auth.page.SameOrigin;
import club.panamia.auth.page.SignInOptions;
import club.panamia.auth.session.Sessions;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.identity.CurrentActor;
import club.panamia.kernel.identity.Roles;
import club.panamia.kernel.page.PageQuery;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
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

/** The page about the safety of one's own account. Who is not signed in is sent to sign in first. */
@Path("/account/security")
@Produces(MediaType.TEXT_HTML)
class SecurityResource {

    private static final String HERE = "/account/security";

    private final Sessions sessions;
    private final Accounts accounts;
    private final SecurityTrail trail;
    private final SignInOptions options;
    private final CurrentActor caller;
    private final SameOrigin origin;
    private final Pages pages;

    SecurityResource(
            Sessions sessions,
            Accounts accounts,
            SecurityTrail trail,
            SignInOptions options,
            CurrentActor caller,
            SameOrigin origin,
            Pages pages) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.trail = trail;
        this.options = options;
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
        return caller.find()
                .chain(found -> found.map(person -> page(person, context))
                        .orElseGet(() -> Uni.createFrom().item(toSignIn())));
    }

    @POST
    @Path("/sessions/{id}/end")
    @RolesAllowed(Roles.MEMBER)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> endSession(@RestPath String id, @Context RoutingContext context) {
        return change(person -> sessions.endOne(person, id), context);
    }

    @POST
    @Path("/other-sessions/end")
    @RolesAllowed(Roles.MEMBER)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> endOtherSessions(@Context RoutingContext context) {
        return change(sessions::endOthers, context);
    }

    /** Linking begins at the provider's own path: {@code POST /login/provider/{id}/link}. */
    @POST
    @Path("/accounts/{id}/unlink")
    @RolesAllowed(Roles.MEMBER)
    @Operation(hidden = true)
    public Uni<RestResponse<String>> unlink(@RestPath String id, @Context RoutingContext context) {
        return change(person -> accounts.unlink(person.userId(), id), context);
    }

    private Uni<RestResponse<String>> page(Actor person, RoutingContext context) {
        var newest = new PageQuery();
        return Uni.combine()
                .all()
                .unis(sessions.of(person, newest), accounts.of(person, newest), trail.about(person, newest))
                .with((open, linked, events) -> new SecurityPage(open, linked, events, options.offered()))
                .chain(page -> pages.show(200, Templates.security(page), context));
    }

    private Uni<RestResponse<String>> change(Function<Actor, Uni<?>> deed, RoutingContext context) {
        origin.require(context.request());
        return caller.fresh().chain(deed).map(done -> Pages.goTo(HERE).build());
    }

    private static RestResponse<String> toSignIn() {
        return Pages.goTo("/signin?callbackUrl=" + HERE).build();
    }
}
