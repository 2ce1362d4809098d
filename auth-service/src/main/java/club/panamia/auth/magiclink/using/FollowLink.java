package club.panamia.auth.magiclink.using;

import club.panamia.auth.magiclink.Begun;
import club.panamia.auth.magiclink.EmailAddress;
import club.panamia.auth.magiclink.PendingLogin;
import club.panamia.auth.magiclink.VerificationTokens;
import club.panamia.auth.session.Browser;
import club.panamia.kernel.secret.Tokens;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Somebody follows the link in the mail: looks at what is behind it, and then signs in by it or not. */
@ApplicationScoped
class FollowLink {

    private final UseLimits limits;
    private final PendingLogin pending;
    private final VerificationTokens begun;
    private final Tokens tokens;
    private final OpenSession openSession;

    FollowLink(
            UseLimits limits, PendingLogin pending, VerificationTokens begun, Tokens tokens, OpenSession openSession) {
        this.limits = limits;
        this.pending = pending;
        this.begun = begun;
        this.tokens = tokens;
        this.openSession = openSession;
    }

    /** What the link would open. Nothing changes. */
    Uni<Begun> look(String token) {
        return begun.behind(tokens.hash(token));
    }

    /** Whether this is the browser that asked for the link. */
    boolean beganIn(Begun begun, RoutingContext context) {
        return pending.hash(context)
                .filter(hash -> Tokens.same(hash, begun.pendingHash()))
                .isPresent();
    }

    /** Signs in. The address counts only where one did not begin, and may be typed wrong ten times a day for one link. */
    Uni<SignedIn> with(String token, String email, RoutingContext context) {
        var hash = tokens.hash(token);
        var browser = Browser.of(context);
        var pendingHash = pending.hash(context).orElse("");
        var address = EmailAddress.normal(email);
        return limits.trying(browser)
                .chain(() -> address.isEmpty() ? Uni.createFrom().voidItem() : limits.namingAddress(hash))
                .chain(() -> openSession.byLink(hash, pendingHash, address, browser));
    }
}
