package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.PendingLogin;
import club.panamia.auth.session.KnownBrowser;
import club.panamia.auth.session.Session;
import club.panamia.kernel.identity.SessionCookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** What a browser gets and gives back when somebody came in. */
@Singleton
class SignedInCookies {

    private final SessionCookie session;
    private final PendingLogin pending;
    private final KnownBrowser knownBrowser;

    SignedInCookies(SessionCookie session, PendingLogin pending, KnownBrowser knownBrowser) {
        this.session = session;
        this.pending = pending;
        this.knownBrowser = knownBrowser;
    }

    <T> ResponseBuilder<T> on(ResponseBuilder<T> answer, SignedIn signedIn, RoutingContext context) {
        return answer.header(HttpHeaders.SET_COOKIE, session.write(signedIn.sessionToken(), Session.LIFE))
                .header(
                        HttpHeaders.SET_COOKIE,
                        knownBrowser.remember(signedIn.proof().email(), context))
                .header(HttpHeaders.SET_COOKIE, pending.remove());
    }
}
