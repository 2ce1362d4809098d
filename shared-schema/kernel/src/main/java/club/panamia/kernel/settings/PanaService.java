package club.panamia.kernel.settings;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.Map;
import java.util.Optional;

/** How every service starts: unsafe or missing settings are one clear line and exit code 2, before anything is opened. */
@QuarkusMain
public final class PanaService {

    private PanaService() {}

    public static void main(String... args) {
        var environment = System.getenv();
        if (leavesAllToDevServices(environment)) {
            System.err.println("POSTGRES_URL is not set: the database comes from Dev Services, which need Docker;"
                    + " beside a running suite, read .dev/env/<service>.env first.");
        } else {
            fault(environment).ifPresent(PanaService::refuse);
        }
        Quarkus.run(args);
    }

    /**
     * Whether {@code quarkus dev} runs a service without an address: then its database comes from Dev Services, and the rest from
     * defaults that hold in development alone. Quarkus knows its launch mode only later; Vert.x is told before.
     */
    static boolean leavesAllToDevServices(Map<String, String> environment) {
        return "dev".equals(System.getProperty("vertxweb.environment"))
                && !environment.containsKey("POSTGRES_URL")
                && !environment.containsKey("POSTGRES_URL_FILE");
    }

    private static void refuse(String fault) {
        System.err.println(fault);
        System.exit(2);
    }

    /** The first thing that is wrong with the environment of a service, as one line that names the setting. */
    static Optional<String> fault(Map<String, String> environment) {
        try {
            SafeSettings.check(name -> Optional.ofNullable(environment.get(name)));
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
