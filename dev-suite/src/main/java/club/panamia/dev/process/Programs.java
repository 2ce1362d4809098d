package club.panamia.dev.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What this machine offers for starting programs: where they are, sessions of their own, and not being root. */
public final class Programs {

    /** Debian keeps daemons where a user's PATH does not look; Homebrew has its own place. */
    private static final List<String> MORE = List.of("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin");

    private Programs() {}

    public static Optional<Path> find(String name) {
        var path = System.getenv().getOrDefault("PATH", "");
        return Stream.concat(Arrays.stream(path.split(":")), MORE.stream())
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * The command in a session of its own, so that a Ctrl-C in the terminal reaches the suite alone and the suite can stop
     * its programs in order.
     */
    static List<String> inOwnSession(List<String> command) {
        if (find("setsid").isPresent()) {
            return prefixed(command, "setsid");
        }
        return find("perl").isPresent()
                ? prefixed(command, "perl", "-MPOSIX=setsid", "-e", "setsid; exec @ARGV", "--")
                : command;
    }

    /**
     * The command as somebody who is not root: PostgreSQL and PgBouncer refuse root, so there they run in a user namespace
     * where root's files belong to nobody in particular.
     */
    public static List<String> notAsRoot(List<String> command) {
        if (!"root".equals(System.getProperty("user.name"))) {
            return command;
        }
        try {
            output(List.of("unshare", "-U", "true"));
        } catch (Fault e) {
            throw new Fault("PostgreSQL refuses to run as root, and this machine has no user namespaces for it: "
                    + "start bin/dev as another user.");
        }
        return prefixed(command, "unshare", "-U");
    }

    /** What a short-lived command printed, both streams; a failure to start or a non-zero exit is a Fault with that text. */
    public static String output(List<String> command) {
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            var text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (process.waitFor() != 0) {
                throw new Fault("%s failed: %s".formatted(String.join(" ", command), text));
            }
            return text;
        } catch (IOException e) {
            throw new Fault("%s cannot be run: %s".formatted(command.getFirst(), e.getMessage()));
        } catch (InterruptedException e) {
            throw Waiting.interrupted();
        }
    }

    private static List<String> prefixed(List<String> command, String... prefix) {
        var all = new ArrayList<>(List.of(prefix));
        all.addAll(command);
        return List.copyOf(all);
    }
}
