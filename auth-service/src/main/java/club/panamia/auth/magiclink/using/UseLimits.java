package club.panamia.auth.magiclink.using;

import club.panamia.auth.session.Browser;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/** How often somebody may try a link or a code; a known browser has tries of its own, as for asking. */
@ApplicationScoped
class UseLimits {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int TRIES_PER_CLIENT = 30;
    private static final int CODES_PER_ADDRESS = 10;
    private static final int STRANGERS_PER_LINK = 10;

    private final RateLimits limits;

    UseLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** Anything at all. */
    Uni<Void> trying(Browser browser) {
        return limits.take("confirm", String.valueOf(browser.address()), TRIES_PER_CLIENT, MINUTE);
    }

    /** Naming the address of a link in a browser that did not begin. */
    Uni<Void> namingAddress(String tokenHash) {
        return limits.take("confirm-elsewhere", tokenHash, STRANGERS_PER_LINK, DAY);
    }

    /** Typing a code for this address. */
    Uni<Void> typingCode(String email, Optional<String> knownBrowser) {
        return knownBrowser
                .map(browser -> limits.take("sign-in-code-known", browser + ":" + email, CODES_PER_ADDRESS, DAY))
                .orElseGet(() -> limits.take("sign-in-code", email, CODES_PER_ADDRESS, DAY));
    }
}
