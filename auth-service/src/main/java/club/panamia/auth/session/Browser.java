package club.panamia.auth.session;

import club.panamia.auth.page.Language;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from, as far as it tells; the address is a header's only behind TRUSTED_PROXIES.
 *
 * @param language BCP 47, for mail about what was done there
 */
public record Browser(@Nullable String address, @Nullable String userAgent, String language) {

    public static Browser of(RoutingContext context) {
        var remote = context.request().remoteAddress();
        return new Browser(
                remote == null ? null : remote.hostAddress(),
                context.request().getHeader("User-Agent"),
                Language.of(context).tag());
    }
}
