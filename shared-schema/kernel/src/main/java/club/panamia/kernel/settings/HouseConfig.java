package club.panamia.kernel.settings;

import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The house's own settings, as Quarkus wants them. {@code POSTGRES_URL_FILE} (a mounted file) wins over {@code POSTGRES_URL};
 * every secret may come as {@code …_FILE} or lie in {@code SECRETS_FOLDER}. {@link PanaService} has complained about bad values before this is read.
 */
public final class HouseConfig implements ConfigSourceFactory {

    /** Between a library's defaults (100) and application.properties (250), so that a test may still overrule it. */
    private static final int ORDINAL = 275;

    /** Secrets by their name in the environment and their property. */
    static final Map<String, String> SECRETS = Map.of(
            "PANA_ENCRYPTION_KEYS", "pana.encryption-keys",
            "AUTH_SECRET", "pana.auth-secret",
            "CAPTCHA_SECRET", "pana.captcha.secret",
            "SMTP_PASSWORD", "quarkus.mailer.password",
            "BREVO_API_KEY", "pana.brevo.api-key",
            "BREVO_WEBHOOK_TOKEN", "pana.brevo.webhook-token",
            "POSTGRES_URL_ERASER", "pana.leaving.eraser-url");

    private static final String PRIMARY = "POSTGRES_URL";
    private static final String REPLICA = "POSTGRES_URL_READ";

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        Lookup environment = name -> {
            var value = context.getValue(name);
            return value == null ? Optional.empty() : Optional.ofNullable(value.getValue());
        };
        var properties = new HashMap<String, String>();
        properties.putAll(
                postgresUrl(environment, PRIMARY).map(HouseConfig::database).orElseGet(HouseConfig::devServices));
        postgresUrl(environment, REPLICA).map(HouseConfig::replica).ifPresent(properties::putAll);
        environment.get("DB_CA_FILE").filter(file -> !file.isBlank()).ifPresent(authority -> {
            properties.putAll(verified("quarkus.datasource.reactive.", authority));
            properties.putAll(verified("quarkus.datasource.replica.reactive.", authority));
        });
        SECRETS.forEach(
                (name, property) -> valueOrFile(environment, name).ifPresent(value -> properties.put(property, value)));
        environment
                .get("TRUSTED_PROXIES")
                .filter(proxies -> !proxies.isBlank())
                .map(HouseConfig::behind)
                .ifPresent(properties::putAll);
        return List.of(new PropertiesConfigSource(properties, "Pana settings", ORDINAL));
    }

    private static Map<String, String> database(PostgresUrl url) {
        return Map.of(
                "quarkus.datasource.reactive.url", url.reactive(),
                "quarkus.datasource.username", url.user(),
                "quarkus.datasource.password", url.password(),
                "quarkus.devservices.enabled", "false",
                "quarkus.datasource.devservices.enabled", "false");
    }

    private static Map<String, String> behind(String proxies) {
        return Map.of(
                "quarkus.http.proxy.proxy-address-forwarding", "true",
                "quarkus.http.proxy.allow-x-forwarded", "true",
                "quarkus.http.proxy.enable-forwarded-host", "false",
                "quarkus.http.proxy.trusted-proxies", proxies);
    }

    /** TLS as libpq's verify-full: a certificate of this authority, for this host. */
    private static Map<String, String> verified(String source, String authority) {
        return Map.of(
                source + "postgresql.ssl-mode", "verify-full",
                source + "hostname-verification-algorithm", "HTTPS",
                source + "trust-certificate-pem", "true",
                source + "trust-certificate-pem.certs", authority);
    }

    private static Map<String, String> replica(PostgresUrl url) {
        return Map.of(
                "quarkus.datasource.replica.reactive.url", url.reactive(),
                "quarkus.datasource.replica.username", url.user(),
                "quarkus.datasource.replica.password", url.password());
    }

    /** What Quarkus' Dev Services run on their empty PostgreSQL: the numbered files, in order. */
    private static Map<String, String> devServices() {
        var scripts = SchemaVersion.built().migrations().stream()
                .map(migration -> "db/migrations/" + migration + ".sql")
                .collect(Collectors.joining(","));
        return Map.of("quarkus.datasource.devservices.init-script-path", scripts);
    }

    /** One of the two addresses that a service reads; nothing, where it is missing or cannot be read. */
    private static Optional<PostgresUrl> postgresUrl(Lookup environment, String name) {
        try {
            return readPostgresUrl(environment, name);
        } catch (IllegalArgumentException told) {
            return Optional.empty();
        }
    }

    /** The pooled address of the service's own role, with the complaint about it. */
    static Optional<PostgresUrl> readPostgresUrl(Lookup environment) {
        return readPostgresUrl(environment, PRIMARY);
    }

    /** The same of a read replica, if there is one. */
    static Optional<PostgresUrl> readReplicaUrl(Lookup environment) {
        return readPostgresUrl(environment, REPLICA);
    }

    private static Optional<PostgresUrl> readPostgresUrl(Lookup environment, String name) {
        var said = environment.get(name + "_FILE").isPresent() ? name + "_FILE" : name;
        return valueOrFile(environment, name).map(value -> PostgresUrl.parse(said, value));
    }

    static Optional<String> valueOrFile(Lookup environment, String name) {
        var file = file(environment, name);
        return file.isPresent()
                ? file.map(path -> content(name + "_FILE", path))
                : environment.get(name).filter(value -> !value.isBlank());
    }

    /** Named by {@code …_FILE}; else it may lie in SECRETS_FOLDER under the setting's own name, as mounted secrets do. */
    private static Optional<String> file(Lookup environment, String name) {
        return environment
                .get(name + "_FILE")
                .filter(path -> !path.isBlank())
                .or(() -> environment
                        .get("SECRETS_FOLDER")
                        .map(folder -> Path.of(folder, name))
                        .filter(Files::isRegularFile)
                        .map(Path::toString));
    }

    private static String content(String name, String path) {
        try {
            return Files.readString(Path.of(path)).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("%s cannot be used: the file %s cannot be read.".formatted(name, path));
        }
    }

    /** Where values are looked up by name. */
    interface Lookup {
        Optional<String> get(String name);
    }
}
