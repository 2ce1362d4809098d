package club.panamia.dev.layout;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The seven services, in the order of their ports. */
public enum SuiteService {
    AUTH,
    PROFILE,
    CONTENT,
    SOCIAL,
    MENTORING,
    ENGAGEMENT,
    OPS;

    /** {@code auth}: as it stands in paths and log names. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code auth-service}: its folder in the repository, and its name in the routes. */
    public String module() {
        return id() + "-service";
    }

    /** The database role it logs in as. */
    public String role() {
        return "pana_" + id();
    }

    static Optional<SuiteService> ofModule(String module) {
        return Arrays.stream(values()).filter(s -> s.module().equals(module)).findFirst();
    }
}
