package club.panamia.schema;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL address as libpq writes it: {@code postgres://user:password@host:port/database?sslmode=require}, with
 * {@code postgresql://} as the same scheme and percent-encoded user and password.
 *
 * @see <a href="https://www.postgresql.org/docs/16/libpq-connect.html#LIBPQ-CONNSTRING-URIS">libpq, connection URIs</a>
 */
public record PostgresUrl(
        String host,
        int port,
        String database,
        String user,
        String password,
        @Nullable String sslMode) {

    private static final Set<String> SSL_MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    /**
     * Reads an address. {@code name} is the setting it came from: an error names it and never repeats the value, which holds
     * a password.
     *
     * @throws IllegalArgumentException one clear line, when the value is not such an address
     */
    public static PostgresUrl parse(String name, String value) {
        URI uri;
        try {
            uri = new URI(value.strip());
        } catch (URISyntaxException e) {
            throw bad(name, "it is not a URL (is a special character in the password not percent-encoded?)");
        }
        if (!"postgres".equals(uri.getScheme()) && !"postgresql".equals(uri.getScheme())) {
            throw bad(name, "it must begin with postgres:// or postgresql://");
        }
        var path = uri.getRawPath();
        if (uri.getHost() == null || path == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
            throw bad(name, "it must name a host and one database: postgres://user:password@host:5432/database");
        }
        var userInfo = uri.getRawUserInfo();
        if (userInfo == null || userInfo.isEmpty() || userInfo.startsWith(":")) {
            throw bad(name, "it must name a user: postgres://user:password@host:5432/database");
        }
        var colon = userInfo.indexOf(':');
        var user = decode(colon < 0 ? userInfo : userInfo.substring(0, colon));
        var password = colon < 0 ? "" : decode(userInfo.substring(colon + 1));
        var port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new PostgresUrl(uri.getHost(), port, decode(path.substring(1)), user, password, sslMode(name, uri));
    }

    /** For JDBC drivers; user and password travel apart. */
    public String jdbc() {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, encode(database)) + suffix();
    }

    /** For the reactive client; user and password travel apart. */
    public String reactive() {
        return "vertx-reactive:postgresql://%s:%d/%s".formatted(host, port, encode(database)) + suffix();
    }

    /** The same server and credentials, another database. */
    public PostgresUrl withDatabase(String other) {
        return new PostgresUrl(host, port, other, user, password, sslMode);
    }

    /** The same server and database as another role. */
    public PostgresUrl withUser(String otherUser, String otherPassword) {
        return new PostgresUrl(host, port, database, otherUser, otherPassword, sslMode);
    }

    /** The address as it is written in a setting, password included. */
    public String text() {
        return "postgres://%s:%s@%s:%d/%s".formatted(encode(user), encode(password), host, port, encode(database))
                + suffix();
    }

    /** Without the password, so that it may be logged. */
    @Override
    public String toString() {
        return "postgres://%s@%s:%d/%s".formatted(user, host, port, database);
    }

    private String suffix() {
        return sslMode == null ? "" : "?sslmode=" + sslMode;
    }

    private static @Nullable String sslMode(String name, URI uri) {
        var query = uri.getRawQuery();
        if (query == null) {
            return null;
        }
        for (var pair : query.split("&")) {
            if (pair.startsWith("sslmode=")) {
                var mode = pair.substring("sslmode=".length());
                if (!SSL_MODES.contains(mode)) {
                    throw bad(name, "sslmode must be one of disable, allow, prefer, require, verify-ca, verify-full");
                }
                return mode;
            }
        }
        return null;
    }

    private static IllegalArgumentException bad(String name, String why) {
        return new IllegalArgumentException(name + " cannot be used: " + why + ".");
    }

    private static String decode(String s) {
        // URLDecoder is for forms, where a plus sign means a space; in a user name or password it is itself.
        return URLDecoder.decode(s.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String s) {
        return URLEncoder.encode(s, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
