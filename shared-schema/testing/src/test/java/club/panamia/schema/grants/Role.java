package club.panamia.schema.grants;

import club.panamia.testing.database.Sql;
import java.util.List;
import java.util.stream.Stream;

/** The roles that the tables of rights speak of; the schema's owner is not among them. */
final class Role {

    static final List<String> SERVICES = List.of(
            "pana_auth",
            "pana_profile",
            "pana_content",
            "pana_social",
            "pana_mentoring",
            "pana_engagement",
            "pana_ops");

    private static final List<String> OTHERS = List.of(
            // PUBLIC is everybody; the migrator may act as the owner but is powerless until it does.
            "public", "pana_service", "pana_migrator", "pana_eraser", "pana_watchdog", "sidecar", "sidecar_auth");

    private Role() {}

    /** With the two of hosts that turn tables into an API by themselves, where they exist. */
    static List<String> all(Sql sql) {
        var ofHosts =
                sql.list(String.class, "SELECT rolname::text FROM pg_roles WHERE rolname IN ('anon', 'authenticated')");
        return Stream.of(SERVICES, OTHERS, ofHosts).flatMap(List::stream).toList();
    }

    /** Who is meant by a name in a table of rights. */
    static List<String> meantBy(String name) {
        return switch (name) {
            case "each_service" -> SERVICES;
            case "every_service" ->
                Stream.concat(Stream.of("pana_service"), SERVICES.stream()).toList();
            default -> List.of(name);
        };
    }
}
