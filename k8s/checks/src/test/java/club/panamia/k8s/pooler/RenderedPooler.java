package club.panamia.k8s.pooler;

import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Programs;
import club.panamia.dev.process.Waiting;
import club.panamia.k8s.render.Manifests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The installed PgBouncer on the rendered settings: only folders, ports and the database's host are this machine's, and the keys
 * that Debian's 1.18 does not know are left out.
 */
public final class RenderedPooler {

    private final Path folder;
    private final int port;

    /** Writes what the pod mounts; {@code host} is the database's, by a name that its certificate has. */
    public RenderedPooler(Path folder, Manifests manifests, int port, String host, int postgres) {
        this.folder = folder;
        this.port = port;
        manifests
                .configMap("pgbouncer")
                .root()
                .at("data")
                .map()
                .forEach((name, text) -> write(String.valueOf(name), localised(String.valueOf(text), host, postgres)));
    }

    /** Which keys an older PgBouncer refuses to start with; one file names them all. */
    public static Set<String> unknownTo118() {
        try (var file = RenderedPooler.class.getResourceAsStream("unknown-to-1.18.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RenderedPooler withUser(String role, String password) {
        write("userlist.txt", "\"%s\" \"%s\"\n".formatted(role, password));
        return this;
    }

    public RenderedPooler withAuthority(String certificate) {
        write("ca.crt", certificate);
        return this;
    }

    /** What a central pooler shows its clients. */
    public RenderedPooler withCertificate(String certificate, String key) {
        write("tls.crt", certificate);
        write("tls.key", key);
        return this;
    }

    /** Where the second database is, if what is rendered names one. */
    public RenderedPooler withReplica(int replica) {
        try {
            var file = folder.resolve("replica.ini");
            Files.writeString(file, Files.readString(file).replaceFirst(" port=\\d+", " port=" + replica));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Starts it as somebody who is not root, and returns when it listens. */
    public Child start(Children children) {
        var program = Programs.find("pgbouncer")
                .orElseThrow(() -> new AssertionError(
                        "PgBouncer must run on the rendered settings, but there is none; bin/test installs"
                                + " Debian's, elsewhere install one."));
        var command = Programs.notAsRoot(
                List.of(program.toString(), folder.resolve("pgbouncer.ini").toString()));
        var child = children.start("PgBouncer", command, Map.of(), folder, folder.resolve("pgbouncer.log"));
        if (!Waiting.until(Duration.ofSeconds(10), Duration.ofMillis(20), () -> isListening(child))) {
            throw child.fault("does not listen on port %d.".formatted(port));
        }
        return child;
    }

    private boolean isListening(Child child) {
        child.mustBeAlive();
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private String localised(String ini, String host, int postgres) {
        var unknown = unknownTo118();
        return ini.lines()
                .filter(line -> !unknown.contains(line.replaceFirst("\\s*=.*", "")))
                .map(line -> line.replaceFirst("^listen_port = .*", "listen_port = " + port)
                        .replaceAll("/etc/(pgbouncer|pgbouncer-users|pgbouncer-tls|postgres-ca)/", folder + "/")
                        .replaceFirst("host=\\S+ port=\\d+", "host=%s port=%d".formatted(host, postgres)))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), text);
        } catch (IOException e) {
            throw new Fault("%s cannot be written: %s".formatted(folder.resolve(name), e.getMessage()));
        }
    }
}
