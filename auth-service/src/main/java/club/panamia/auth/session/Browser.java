package club.panamia.auth.session;

import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as it tells; the address is a header's only behind TRUSTED_PROXIES. */
public record Browser(@Nullable String address, @Nullable String userAgent) {

    public static Browser of(RoutingContext context) {
        var remote = context.request().remoteAddress();
        return new Browser(
                remote == null ? null : remote.hostAddress(), context.request().getHeader("User-Agent"));
    }
}
