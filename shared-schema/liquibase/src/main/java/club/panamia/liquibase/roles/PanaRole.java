package club.panamia.liquibase.roles;

import java.util.List;
import java.util.stream.Stream;

/** The roles of the cluster that the suite needs; {@code grants.sql} says what each may do. */
public record PanaRole(String name, boolean login) {

    static final PanaRole OWNER = new PanaRole("pana_owner", false);
    public static final PanaRole MIGRATOR = new PanaRole("pana_migrator", true);
    /** Deletes scrubbed accounts, and may do nothing else: a stranger's trigger, which runs in its session, gains nothing. */
    static final PanaRole ERASER = new PanaRole("pana_eraser", true);
    /** Owns the function that ends sidecars' forgotten transactions; a member of each sidecar's role. */
    static final PanaRole WATCHDOG = new PanaRole("pana_watchdog", false);

    /** The group of the services' roles, for the rights that all seven have. */
    static final PanaRole SERVICE = new PanaRole("pana_service", false);

    static final PanaRole SIDECAR = new PanaRole("sidecar", false);
    static final PanaRole SIDECAR_AUTH = new PanaRole("sidecar_auth", false);

    static final List<PanaRole> SERVICES = Stream.of(
                    "auth", "profile", "content", "social", "mentoring", "engagement", "ops")
            .map(service -> new PanaRole("pana_" + service, true))
            .toList();

    static final List<PanaRole> ALL = Stream.concat(
                    Stream.of(OWNER, MIGRATOR, ERASER, WATCHDOG, SERVICE, SIDECAR, SIDECAR_AUTH), SERVICES.stream())
            .toList();
}
