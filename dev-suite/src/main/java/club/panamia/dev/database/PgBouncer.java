package club.panamia.dev.database;

import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Programs;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The pooler in transaction mode, as it stands in front of PostgreSQL in production; here only where it is installed. */
public record PgBouncer(Path program, int major, int minor) {

    private static final Pattern VERSION = Pattern.compile("PgBouncer (\\d+)\\.(\\d+)");

    /** The installed program, if there is one. */
    public static Optional<PgBouncer> installed() {
        return Programs.find("pgbouncer").map(program -> {
            var version = VERSION.matcher(Programs.output(List.of(program.toString(), "--version")));
            if (!version.find()) {
                throw new Fault("%s does not say its version.".formatted(program));
            }
            return new PgBouncer(program, Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)));
        });
    }

    /** Since 1.21 it keeps the prepared statements of its clients apart; before, cached statements get mixed up. */
    public boolean keepsPreparedStatements() {
        return major > 1 || minor >= 21;
    }

    public String version() {
        return major + "." + minor;
    }

    /** Starts it for the given roles on its own port, with at most eight server connections for each. */
    public Child start(
            Children children, Path folder, Ports ports, Secrets secrets, Collection<String> roles, Path log) {
        var settings = folder.resolve("pgbouncer.ini");
        try {
            Files.createDirectories(folder);
            Files.writeString(settings, settings(folder, ports));
            writePrivately(folder.resolve("userlist.txt"), users(secrets, roles));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var command = Programs.notAsRoot(List.of(program.toString(), settings.toString()));
        var child = children.start("PgBouncer", command, Map.of(), folder, log);
        var listens = Waiting.until(Duration.ofSeconds(10), Duration.ofMillis(20), () -> {
            child.mustBeAlive();
            return listens(ports.pooler());
        });
        if (!listens) {
            throw child.fault("does not listen on port %d.".formatted(ports.pooler()));
        }
        return child;
    }

    private String settings(Path folder, Ports ports) {
        return """
                [databases]
                %s = host=127.0.0.1 port=%d

                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = %s
                pool_mode = transaction
                default_pool_size = 8
                max_client_conn = 500
                ; Java's driver sends it on every connection.
                ignore_startup_parameters = extra_float_digits
                log_connections = 0
                log_disconnections = 0
                """.formatted(DatabaseUrls.DATABASE, ports.postgres(), ports.pooler(), folder.resolve("userlist.txt"))
                + (keepsPreparedStatements() ? "max_prepared_statements = 200\n" : "");
    }

    private static String users(Secrets secrets, Collection<String> roles) {
        return roles.stream()
                .map(role -> "\"%s\" \"%s\"\n".formatted(role, secrets.databasePassword(role)))
                .collect(Collectors.joining());
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private static boolean listens(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
