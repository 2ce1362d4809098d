package club.panamia.dev.layout;

import club.panamia.schema.PostgresUrl;

/** How each role reaches the database of this suite: services and sidecars by the pooler where one runs, the migrator directly. */
public record DatabaseUrls(Ports ports, Secrets secrets, boolean pooled) {

    public static final String DATABASE = "pana";
    public static final String SUPERUSER = "postgres";
    public static final String MIGRATOR = "pana_migrator";
    public static final String ERASER = "pana_eraser";
    public static final String SIDECAR = "sidecar_demo";
    public static final String TRUSTED_SIDECAR = "sidecar_demo_auth";

    /** The example app's two roles: its own tables and people's public face; what its Auth.js does. */
    public static final String BOOKINGS = "sidecar_bookings";

    public static final String BOOKINGS_AUTH = "sidecar_bookings_auth";

    /** The schema that a sidecar's role owns. */
    public static String schemaOf(String sidecar) {
        return sidecar.substring("sidecar_".length());
    }

    /** For everything that happens while the suite runs. */
    public PostgresUrl of(String role) {
        return url(role, pooled ? ports.pooler() : ports.postgres());
    }

    /** Past the pooler: for migrations, and for making the database itself. */
    public PostgresUrl direct(String role) {
        return url(role, ports.postgres());
    }

    private PostgresUrl url(String role, int port) {
        return new PostgresUrl("127.0.0.1", port, DATABASE, role, secrets.databasePassword(role), null);
    }
}
