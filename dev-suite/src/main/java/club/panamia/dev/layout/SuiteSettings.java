package club.panamia.dev.layout;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services are told by their environment; {@code cacheStatements} where the pooler keeps prepared statements apart. */
public record SuiteSettings(Ports ports, Secrets secrets, DatabaseUrls urls, boolean cacheStatements, Path media) {

    /** Whoever proves this address by a magic link becomes an admin of the local suite. */
    public static final String ADMIN_EMAIL = "admin@pana.test";

    public String frontDoorUrl() {
        return "http://localhost:" + ports.frontDoor();
    }

    public String bookingsUrl() {
        return "http://localhost:" + ports.bookings();
    }

    /** Everything that one service needs, the same for quarkus:dev as for its packaged form. */
    public Map<String, String> of(SuiteService service) {
        var settings = new LinkedHashMap<>(shared());
        settings.put("POSTGRES_URL", urls.of(service.role()).text());
        settings.put("PORT", Integer.toString(ports.of(service)));
        if (service == SuiteService.AUTH) {
            settings.put("POSTGRES_URL_ERASER", urls.of(DatabaseUrls.ERASER).text());
            settings.put("LEAVING_EVERY", "2s");
        }
        return settings;
    }

    /** What stands in {@code .dev/suite.env} besides the process ids. */
    public Map<String, String> published() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("FRONT_DOOR_URL", frontDoorUrl());
        settings.put("PORT_FRONT_DOOR", Integer.toString(ports.frontDoor()));
        for (var service : SuiteService.values()) {
            settings.put("PORT_" + service.name(), Integer.toString(ports.of(service)));
        }
        settings.put("PORT_POSTGRES", Integer.toString(ports.postgres()));
        if (urls.pooled()) {
            settings.put("PORT_PGBOUNCER", Integer.toString(ports.pooler()));
        }
        for (var service : SuiteService.values()) {
            settings.put(
                    "POSTGRES_URL_" + service.name(), urls.of(service.role()).text());
        }
        settings.put("POSTGRES_URL_SIDECAR", urls.of(DatabaseUrls.SIDECAR).text());
        settings.put(
                "POSTGRES_URL_SIDECAR_AUTH",
                urls.of(DatabaseUrls.TRUSTED_SIDECAR).text());
        settings.put("BOOKINGS_URL", bookingsUrl());
        settings.put("PORT_BOOKINGS", Integer.toString(ports.bookings()));
        settings.put("POSTGRES_URL_BOOKINGS", urls.of(DatabaseUrls.BOOKINGS).text());
        settings.put(
                "POSTGRES_URL_BOOKINGS_AUTH",
                urls.of(DatabaseUrls.BOOKINGS_AUTH).text());
        settings.put("POSTGRES_DIRECT_URL", urls.direct(DatabaseUrls.MIGRATOR).text());
        settings.putAll(shared());
        return settings;
    }

    private Map<String, String> shared() {
        var settings = new LinkedHashMap<String, String>();
        settings.put("PUBLIC_URL", frontDoorUrl());
        settings.put("ALLOWED_ORIGINS", origins());
        settings.put("TRUSTED_PROXIES", "127.0.0.1");
        settings.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        settings.put("JWKS_URL", "http://127.0.0.1:%d/.well-known/jwks.json".formatted(ports.of(SuiteService.AUTH)));
        settings.put("ADMIN_EMAILS", ADMIN_EMAIL);
        settings.put("AUTH_SECRET", secrets.authSecret());
        settings.put("PANA_ENCRYPTION_KEYS", secrets.encryptionKeys());
        settings.put("DB_CACHE_STATEMENTS", Boolean.toString(cacheStatements));
        // A developer who presses Ctrl-C does not wait for an event stream to end by itself.
        settings.put("SHUTDOWN_TIMEOUT", "5s");
        settings.put("MEDIA_FOLDER", media.toString());
        settings.put("SMTP_HOST", "127.0.0.1");
        settings.put("SMTP_PORT", Integer.toString(ports.smtp()));
        return settings;
    }

    /** Besides the front door: the services' own ports, where their Swagger UIs live, and the example sidecar. */
    private String origins() {
        return Stream.concat(
                        Arrays.stream(SuiteService.values()).map(service -> "http://localhost:" + ports.of(service)),
                        Stream.of(bookingsUrl()))
                .collect(Collectors.joining(","));
    }
}
