package club.panamia.auth.magiclink.asking;

import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * How often somebody may ask. Strangers share what an address and a client have; a browser in which the account has signed in before
 * has as much for itself, so that strangers cannot use up what its owner needs.
 */
@ApplicationScoped
class AskLimits {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_ADDRESS = 5;
    private static final int PER_CLIENT = 20;

    private final RateLimits limits;

    AskLimits(RateLimits limits) {
        this.limits = limits;
    }

    /** Before anything else is done for the request. */
    Uni<Void> asking(Asker asker) {
        return asker.knownBrowser()
                .map(browser -> limits.take("magic-link-known", own(browser, asker), PER_ADDRESS, HOUR))
                .orElseGet(() -> limits.take("magic-link-client", asker.client(), PER_CLIENT, HOUR));
    }

    /** Before a mail goes to the address. */
    Uni<Void> mailing(Asker asker) {
        return asker.knownBrowser().isPresent()
                ? Uni.createFrom().voidItem()
                : limits.take("magic-link-address", asker.email().text(), PER_ADDRESS, HOUR);
    }

    private static String own(String browser, Asker asker) {
        return browser + ":" + asker.email().text();
    }
}
