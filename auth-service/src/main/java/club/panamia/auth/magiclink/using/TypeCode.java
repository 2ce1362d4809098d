package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Begun;
import club.panamia.auth.magiclink.PendingLogin;
import club.panamia.auth.magiclink.SignInCode;
import club.panamia.auth.magiclink.SignInCodes;
import club.panamia.auth.magiclink.VerificationTokens;
import club.panamia.auth.session.Browser;
import club.panamia.auth.session.KnownBrowser;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Somebody types the code in the browser in which they began, on the page or by the API. Every try is counted before the code is
 * looked at, so that a hundred at once are still five.
 */
@ApplicationScoped
class TypeCode {

    private final UseLimits limits;
    private final PendingLogin pending;
    private final VerificationTokens begun;
    private final SignInCodes codes;
    private final KnownBrowser knownBrowser;
    private final OpenSession openSession;

    TypeCode(
            UseLimits limits,
            PendingLogin pending,
            VerificationTokens begun,
            SignInCodes codes,
            KnownBrowser knownBrowser,
            OpenSession openSession) {
        this.limits = limits;
        this.pending = pending;
        this.begun = begun;
        this.codes = codes;
        this.knownBrowser = knownBrowser;
        this.openSession = openSession;
    }

    Uni<SignedIn> with(String typed, RoutingContext context) {
        var code = SignInCode.of(typed);
        var pendingHash = pending.hash(context).orElseThrow(VerificationTokens::noCode);
        var browser = Browser.of(context);
        return limits.trying(browser)
                .chain(() -> begun.tryCode(pendingHash))
                .call(began -> limits.typingCode(began.email(), knownBrowser.knows(began.email(), context)))
                .invoke(began -> requireMatch(code, began))
                .chain(began -> openSession.byCode(began.tokenHash(), browser));
    }

    private void requireMatch(SignInCode code, Begun began) {
        if (!codes.matches(code, began.tokenHash(), began.codeHmac())) {
            throw VerificationTokens.noCode();
        }
    }
}
