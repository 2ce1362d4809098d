package club.panamia.auth.provider;

import club.panamia.auth.page.FailedSignIn;
import club.panamia.auth.page.Language;
import club.panamia.auth.page.Pages;
import club.panamia.auth.provider.verification.BeginVerification;
import club.panamia.auth.provider.verification.Unproven;
import club.panamia.auth.session.Browser;
import club.panamia.auth.session.KnownBrowser;
import club.panamia.auth.session.Session;
import club.panamia.auth.session.Sessions;
import club.panamia.kernel.identity.SessionCookie;
import club.panamia.kernel.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestResponse;

/** What happens to somebody who comes back from a provider: they sign in, link the account, or wait for a proof. */
@ApplicationScoped
class Arrival {

    private final CodeFlow codeFlow;
    private final EnterByProvider enter;
    private final LinkByProvider link;
    private final BeginVerification verification;
    private final Sessions sessions;
    private final SessionCookie cookie;
    private final KnownBrowser knownBrowser;
    private final FailedSignIn failed;
    private final Pages pages;

    Arrival(
            CodeFlow codeFlow,
            EnterByProvider enter,
            LinkByProvider link,
            BeginVerification verification,
            Sessions sessions,
            SessionCookie cookie,
            KnownBrowser knownBrowser,
            FailedSignIn failed,
            Pages pages) {
        this.codeFlow = codeFlow;
        this.enter = enter;
        this.link = link;
        this.verification = verification;
        this.sessions = sessions;
        this.cookie = cookie;
        this.knownBrowser = knownBrowser;
        this.failed = failed;
        this.pages = pages;
    }

    Uni<RestResponse<String>> of(Flow flow, Provider provider, RoutingContext context) {
        return flow.linking() == null
                ? toSignIn(flow, provider, context)
                : toLink(flow.linking(), flow, provider, context);
    }

    private Uni<RestResponse<String>> toSignIn(Flow flow, Provider provider, RoutingContext context) {
        return codeFlow.complete(provider, context)
                .chain(who -> enter(who, flow, provider, context))
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> failed.of(refusal, flow.target(), context));
    }

    private Uni<RestResponse<String>> enter(ForeignIdentity who, Flow flow, Provider provider, RoutingContext context) {
        return enter.with(who, provider, Browser.of(context))
                .chain(session -> session.isPresent()
                        ? welcome(session.get(), flow, context)
                        : waitForProof(who, flow, provider, context));
    }

    /** The browser is known by the person's address here, not by the one that the provider tells. */
    private Uni<RestResponse<String>> welcome(String sessionToken, Flow flow, RoutingContext context) {
        var answer = Pages.goTo(flow.target()).header(HttpHeaders.SET_COOKIE, cookie.write(sessionToken, Session.LIFE));
        return sessions.addressBehind(sessionToken)
                .invoke(address -> address.ifPresent(
                        email -> answer.header(HttpHeaders.SET_COOKIE, knownBrowser.remember(email, context))))
                .map(address -> answer.build());
    }

    private Uni<RestResponse<String>> waitForProof(
            ForeignIdentity who, Flow flow, Provider provider, RoutingContext context) {
        var unproven = new Unproven(
                who.account(),
                provider.label(),
                who.shown(),
                Objects.requireNonNull(who.email()),
                who.name(),
                who.image(),
                flow.target(),
                Language.of(context).tag());
        return verification.of(unproven, Browser.of(context));
    }

    /** Refusals have a page of their own: the sign-in page is not for somebody who is signed in. */
    private Uni<RestResponse<String>> toLink(
            Flow.Linking linking, Flow flow, Provider provider, RoutingContext context) {
        return link.requireSession(linking, cookie.read(context))
                .chain(() -> codeFlow.complete(provider, context))
                .chain(who -> link.link(linking, who.account()))
                .map(linked -> Pages.goTo(flow.target()).build())
                .onFailure(Problem.class)
                .recoverWithUni(refusal -> pages.refuse(refusal, context));
    }
}
