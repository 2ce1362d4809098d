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
        var fault = fault(System.getenv());
        if (fault.isPresent()) {
            System.err.println(fault.get());
            System.exit(2);
        }
        Quarkus.run(args);
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
