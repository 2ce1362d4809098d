package club.panamia.kernel.settings;

import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.kernel.settings.HouseConfig.Lookup;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** What a started service can rely on. Each complaint is one line that names the setting and never shows a secret. */
final class SafeSettings {

    private static final int SECRET_LENGTH = 32;
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    /** What development and tests use instead of secrets. */
    private static final Set<String> PUBLISHED = Set.of(
            "dev:bm90LXNlY3JldC1kZXZlbG9wbWVudC1rZXktMzJieXQ=",
            "not-a-secret-for-development-only",
            "t1:dGVzdC1rZXktb2YtMzItYnl0ZXMtZm9yLXRoZS1raXQ=",
            "test-secret-of-more-than-32-characters");

    private SafeSettings() {}

    static void check(Lookup environment) {
        if (HouseConfig.readPostgresUrl(environment).isEmpty()) {
            var direct = environment.get("POSTGRES_DIRECT_URL").isPresent();
            throw new IllegalArgumentException(
                    "POSTGRES_URL is missing: a service needs the pooled address of its own role"
                            + (direct ? "; POSTGRES_DIRECT_URL is for the migrator only." : "."));
        }
        HouseConfig.readReplicaUrl(environment);
        environment.get("DB_CA_FILE").filter(file -> !file.isBlank()).ifPresent(SafeSettings::authority);
        publicUrl(environment);
        EncryptionKeys.check(secret(environment, "PANA_ENCRYPTION_KEYS"));
        secret(environment, "AUTH_SECRET");
        environment.get("ALLOWED_ORIGINS").filter(list -> !list.isBlank()).ifPresent(SafeSettings::allowedOrigins);
        environment.get("JWKS_URL").ifPresent(value -> url("JWKS_URL", value));
    }

    private static String secret(Lookup environment, String name) {
        var value = HouseConfig.valueOrFile(environment, name)
                .orElseThrow(() -> new IllegalArgumentException(name + " is missing."));
        if (value.length() < SECRET_LENGTH || value.chars().distinct().count() < 8) {
            throw new IllegalArgumentException(
                    "%s cannot be used: it must be at least %d random characters long.".formatted(name, SECRET_LENGTH));
        }
        if (PUBLISHED.contains(value)) {
            throw new IllegalArgumentException(
                    name + " cannot be used: everybody can read this value in the suite's own sources.");
        }
        return value;
    }

    private static void authority(String file) {
        if (!Files.isReadable(Path.of(file))) {
            throw new IllegalArgumentException(
                    "DB_CA_FILE cannot be used: the file %s cannot be read.".formatted(file));
        }
    }

    private static void allowedOrigins(String list) {
        for (var entry : list.split(",", -1)) {
            var origin = entry.strip();
            var url = url("ALLOWED_ORIGINS", origin);
            if (!origin.equals(url.getScheme() + "://" + url.getRawAuthority())) {
                throw new IllegalArgumentException(
                        "ALLOWED_ORIGINS cannot be used: each entry must be a scheme and a host, without a path or a slash at the end.");
            }
        }
    }

    private static void publicUrl(Lookup environment) {
        var value = environment
                .get("PUBLIC_URL")
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "PUBLIC_URL is missing: the address under which people reach the suite, such as https://panamia.club."));
        var url = url("PUBLIC_URL", value);
        if (!url.getPath().isEmpty()) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL cannot be used: it must be a scheme and a host without a path or a slash at the end.");
        }
        if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost()))) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL cannot be used: outside localhost it must begin with https://.");
        }
    }

    private static URI url(String name, String value) {
        try {
            var url = URI.create(value);
            if (url.getHost() != null && ("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below, without the value.
        }
        throw new IllegalArgumentException(name + " cannot be used: it is not a URL like https://panamia.club.");
    }
}
