package club.panamia.kernel.guarded;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
import java.util.Set;

/** Where calls to addresses that users name may go. What is allowed is for tests and a suite on one machine; production must not have it. */
@ConfigMapping(prefix = "pana.guarded-http")
public interface GuardedHttpSettings {

    /** Also http:// addresses. */
    @WithDefault("false")
    boolean allowHttp();

    /** Also this machine itself. */
    @WithDefault("false")
    boolean allowLoopback();

    /** Of servers that are not at 443, as https has it; on this machine itself any that needs no privilege will do. */
    Optional<Set<Integer>> morePorts();
}
