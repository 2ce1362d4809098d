package club.panamia.dev.process;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One program that the suite started, with its log; it runs in a session of its own. */
public final class Child {

    /** Settings of the developer's shell that would outvote the ones given here. */
    private static final List<String> NOT_INHERITED = List.of("POSTGRES_", "PANA_", "QUARKUS_", "JDK_JAVA_OPTIONS");

    private final String name;
    private final Path log;
    private final Process process;

    private Child(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /** Starts the program in {@code folder}; both its streams are written to {@code log}, which begins anew. */
    public static Child start(String name, List<String> command, Map<String, String> settings, Path folder, Path log) {
        try {
            Files.createDirectories(log.getParent());
            var builder = new ProcessBuilder(Programs.inOwnSession(command))
                    .directory(folder.toFile())
                    .redirectInput(Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().keySet().removeIf(Child::isNotInherited);
            for (var setting : settings.keySet()) {
                builder.environment().remove(setting + "_FILE");
            }
            builder.environment().putAll(settings);
            return new Child(name, log, builder.start());
        } catch (IOException e) {
            throw new Fault("%s cannot be started: %s".formatted(name, e.getMessage()));
        }
    }

    /** Runs a program where the user sees and ends it; returns how it ended. */
    public static int inTheForeground(List<String> command, Map<String, String> settings, Path folder) {
        try {
            var builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
            builder.environment().keySet().removeIf(Child::isNotInherited);
            builder.environment().putAll(settings);
            return builder.start().waitFor();
        } catch (IOException e) {
            throw new Fault("%s cannot be started: %s".formatted(command.getFirst(), e.getMessage()));
        } catch (InterruptedException e) {
            throw Waiting.interrupted();
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** How a program ended that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    /** What to say when the program is not as it should be. */
    public Fault fault(String what) {
        return new Fault("%s %s".formatted(name, what), log);
    }

    /** Refuses a program that has ended by itself. */
    public void mustBeAlive() {
        if (!process.isAlive()) {
            throw fault("ended with exit code %d.".formatted(process.exitValue()));
        }
    }

    /** Runs {@code action} when the program ends, for whatever reason. */
    public void whenEnded(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Waits for a program that ends by itself, and refuses a failure. */
    public void mustSucceed(Duration atMost) {
        if (!endsWithin(atMost)) {
            stop(Duration.ZERO);
            throw fault("did not end within %d s.".formatted(atMost.toSeconds()));
        }
        if (process.exitValue() != 0) {
            throw fault("failed with exit code %d.".formatted(process.exitValue()));
        }
    }

    /** Asks the program to end (SIGTERM) and does not wait. */
    public void askToEnd() {
        process.destroy();
    }

    /** Sends a signal that Java has no word for. */
    public void signal(String signal) {
        try {
            Programs.output(List.of("kill", "-" + signal, Long.toString(pid())));
        } catch (Fault e) {
            if (process.isAlive()) {
                throw e;
            }
        }
    }

    public boolean endsWithin(Duration grace) {
        try {
            return process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            throw Waiting.interrupted();
        }
    }

    /** Ends the program within seconds. */
    public void stop() {
        stop(Duration.ofSeconds(5));
    }

    /** Ends the program: asked first, then, after the grace, by force together with what it started itself. */
    public void stop(Duration grace) {
        askToEnd();
        if (!endsWithin(grace)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            endsWithin(Duration.ofSeconds(5));
        }
    }

    private static boolean isNotInherited(String variable) {
        return NOT_INHERITED.stream().anyMatch(variable::startsWith);
    }
}
