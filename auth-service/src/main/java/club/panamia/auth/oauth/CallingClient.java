package club.panamia.auth.oauth;

import club.panamia.auth.session.Browser;
import club.panamia.kernel.limit.RateLimits;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Which program is calling. Calls are counted by address before it has proven itself, and by program afterwards, so that nobody
 * can use up a program's calls by knowing its name.
 */
@ApplicationScoped
public class CallingClient {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Clients clients;
    private final RateLimits limits;

    CallingClient(Clients clients, RateLimits limits) {
        this.clients = clients;
        this.limits = limits;
    }

    /** The program that {@code form} or the Authorization header names and proves; at most {@code perMinute} calls. */
    public Uni<Client> prove(String endpoint, int perMinute, Form form, RoutingContext context) {
        var credentials = Credentials.of(context.request().getHeader("Authorization"), form);
        var address = String.valueOf(Browser.of(context).address());
        return limits.take("oauth-address-" + endpoint, address, perMinute, MINUTE)
                .chain(() -> clients.proven(credentials))
                .call(client -> limits.take("oauth-client-" + endpoint, client.id(), perMinute, MINUTE));
    }
}
