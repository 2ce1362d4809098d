package club.panamia.kernel.settings;

import club.panamia.kernel.settings.HouseConfig.Lookup;
import java.net.URI;
import java.util.List;

/** What a started service can rely on. Each complaint is one line that names the setting and never shows a secret. */
final class SafeSettings {

    private static final int SECRET_LENGTH = 32;
    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]");

    private SafeSettings() {}

    static void check(Lookup environment) {
        if (HouseConfig.readPostgresUrl(environment).isEmpty()) {
            var direct = environment.get("POSTGRES_DIRECT_URL").isPresent();
            throw new IllegalArgumentException(
                    "POSTGRES_URL is missing: a service needs the pooled address of its own role"
                            + (direct ? "; POSTGRES_DIRECT_URL is for the migrator only." : "."));
        }
        publicUrl(environment);
        for (var secret : List.of("PANA_ENCRYPTION_KEYS", "AUTH_SECRET")) {
            var value = HouseConfig.valueOrFile(environment, secret)
                    .orElseThrow(() -> new IllegalArgumentException(secret + " is missing."));
            if (value.length() < SECRET_LENGTH || value.chars().distinct().count() < 8) {
                throw new IllegalArgumentException("%s cannot be used: it must be at least %d random characters long."
                        .formatted(secret, SECRET_LENGTH));
            }
        }
    }

    private static void publicUrl(Lookup environment) {
        var value = environment
                .get("PUBLIC_URL")
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "PUBLIC_URL is missing: the address under which people reach the suite, such as https://panamia.club."));
        URI url;
        try {
            url = URI.create(value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("PUBLIC_URL cannot be used: it is not a URL.");
        }
        if (url.getHost() == null || (url.getPath() != null && !url.getPath().isEmpty())) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL cannot be used: it must be a scheme and a host without a path or a slash at the end.");
        }
        if (!"https".equals(url.getScheme()) && !("http".equals(url.getScheme()) && LOOPBACK.contains(url.getHost()))) {
            throw new IllegalArgumentException(
                    "PUBLIC_URL cannot be used: outside localhost it must begin with https://.");
        }
    }
}
