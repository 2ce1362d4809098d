package club.panamia.auth.magiclink.asking;

import club.panamia.auth.captcha.Captcha;
import club.panamia.auth.magiclink.PendingLogin;
import club.panamia.auth.page.ReturnTarget;
import club.panamia.auth.session.KnownBrowser;
import club.panamia.kernel.request.AllowedOrigins;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jspecify.annotations.Nullable;

/**
 * Somebody types an address and wants in, by the sign-in page or by the API. What happens, and how long it takes, is the same for
 * known and unknown addresses: nobody is looked up, and no mail is waited for.
 */
@ApplicationScoped
class AskForLink {

    /** What the form or the call says. */
    record Wish(
            String email,
            @Nullable String callbackUrl,
            @Nullable String captcha) {}

    private final AskLimits limits;
    private final Captcha captcha;
    private final PostMagicLink postMagicLink;
    private final PendingLogin pending;
    private final KnownBrowser knownBrowser;
    private final AllowedOrigins allowed;

    AskForLink(
            AskLimits limits,
            Captcha captcha,
            PostMagicLink postMagicLink,
            PendingLogin pending,
            KnownBrowser knownBrowser,
            AllowedOrigins allowed) {
        this.limits = limits;
        this.captcha = captcha;
        this.postMagicLink = postMagicLink;
        this.pending = pending;
        this.knownBrowser = knownBrowser;
        this.allowed = allowed;
    }

    /** The header that gives the browser its pending-login cookie. */
    Uni<String> with(Wish wish, RoutingContext context) {
        var asker = Asker.of(wish.email(), context, knownBrowser);
        var target = ReturnTarget.of(wish.callbackUrl(), allowed);
        var began = pending.valueFor(context);
        return limits.asking(asker)
                .chain(() -> captcha.check(wish.captcha(), asker.client()))
                .chain(() -> limits.mailing(asker))
                .chain(() -> postMagicLink.to(asker, target, pending.hash(began)))
                .map(posted -> pending.write(began));
    }
}
