package club.panamia.auth.provider.verification;

import club.panamia.auth.page.Pages;
import club.panamia.auth.session.Browser;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import org.jboss.resteasy.reactive.RestResponse;

/** Mails a proof to the address of an account that is not known yet, and tells the browser to wait for it. */
@ApplicationScoped
public class BeginVerification {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final int PER_ADDRESS = 5;
    private static final int PER_BROWSER = 20;

    private final PostVerification post;
    private final BrowserCookie cookie;
    private final RateLimits limits;

    BeginVerification(PostVerification post, BrowserCookie cookie, RateLimits limits) {
        this.post = post;
        this.cookie = cookie;
        this.limits = limits;
    }

    /** Onwards to the page that waits. */
    public Uni<RestResponse<String>> of(Unproven unproven, Browser browser) {
        return limits.take("verification-client", String.valueOf(browser.address()), PER_BROWSER, HOUR)
                .chain(() -> limits.take("verification-address", unproven.email(), PER_ADDRESS, HOUR))
                .chain(() -> post.to(unproven))
                .map(secret -> Pages.goTo(VerificationResource.PATH)
                        .header(HttpHeaders.SET_COOKIE, cookie.write(secret))
                        .build());
    }
}
