package club.panamia.kernel.guarded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What tests and a suite on one machine need, and production must not have. */
@ConfigMapping(prefix = "pana.guarded-http")
public interface GuardedHttpSettings {

    /** Also http:// addresses. */
    @WithDefault("false")
    boolean allowHttp();

    /** Also this machine itself. */
    @WithDefault("false")
    boolean allowLoopback();
}
