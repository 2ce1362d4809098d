package club.panamia.dev;

import club.panamia.dev.layout.EnvFile;
import club.panamia.dev.layout.FolderLock;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The suite of this checkout as seen from another process: to stop it, to ask how it is, to clean up after a killed one. */
final class RunningSuite {

    /** What the shell tools of services say for "not running" (LSB). */
    private static final int NOT_RUNNING = 3;

    private final SuiteFolder folder;

    RunningSuite(SuiteFolder folder) {
        this.folder = folder;
    }

    /** Ends the suite in order and returns when it is gone. */
    int stop() {
        if (!isRunning()) {
            var left = endLeftovers();
            System.out.println(
                    left == 0 ? "Nothing is running." : "Ended %d processes of a killed run.".formatted(left));
            return 0;
        }
        var pid = EnvFile.read(folder.suiteEnv()).get("SUITE_PID");
        var suite = Optional.ofNullable(pid).map(Long::valueOf).flatMap(ProcessHandle::of);
        suite.orElseThrow(() -> new Fault(
                        "A suite runs, but %s does not say which process it is.".formatted(folder.suiteEnv())))
                .destroy();
        if (!Waiting.until(Duration.ofSeconds(60), Duration.ofMillis(100), () -> !isRunning())) {
            throw new Fault("The suite (process %s) has not ended within 60 s.".formatted(pid));
        }
        System.out.println("Stopped.");
        return 0;
    }

    /** Prints what runs; exit code 0 when the suite is ready, 1 while it is starting, 3 when there is none. */
    int tell() {
        if (!isRunning()) {
            System.out.println("Not running.");
            return NOT_RUNNING;
        }
        var env = EnvFile.read(folder.suiteEnv());
        System.out.printf("%s at %s%n", env.get("SUITE_STATE"), env.get("FRONT_DOOR_URL"));
        env.forEach((name, value) -> {
            if (name.startsWith("PID_")) {
                System.out.printf("  %-12s process %-8s %s%n", label(name), value, isAlive(value) ? "alive" : "ended");
            }
        });
        return "ready".equals(env.get("SUITE_STATE")) ? 0 : 1;
    }

    /** Ends what a killed suite left running; says how many processes that were. To be called only while none runs. */
    int endLeftovers() {
        var left = leftovers(EnvFile.read(folder.suiteEnv()));
        left.forEach(ProcessHandle::destroy);
        // PostgreSQL waits for its clients when asked politely; the others are gone by then.
        if (!Waiting.until(
                Duration.ofSeconds(10),
                Duration.ofMillis(50),
                () -> left.stream().noneMatch(ProcessHandle::isAlive))) {
            left.forEach(ProcessHandle::destroyForcibly);
            Waiting.until(
                    Duration.ofSeconds(5),
                    Duration.ofMillis(50),
                    () -> left.stream().noneMatch(ProcessHandle::isAlive));
        }
        new EnvFile(folder.suiteEnv()).remove();
        return left.size();
    }

    /** Refuses to begin where one runs already. */
    void mustNotRun() {
        if (isRunning()) {
            throw alreadyRuns();
        }
    }

    static Fault alreadyRuns() {
        return new Fault("A suite of this checkout runs already: bin/dev --status shows it, bin/dev --stop ends it.");
    }

    private boolean isRunning() {
        return FolderLock.isHeld(folder.lock());
    }

    /** A process id may belong to somebody else by now: ours name the suite's folder on their command line. */
    private List<ProcessHandle> leftovers(Map<String, String> env) {
        return env.entrySet().stream()
                .filter(e -> e.getKey().startsWith("PID_"))
                .flatMap(e -> ProcessHandle.of(Long.parseLong(e.getValue())).stream())
                .filter(process -> process.info()
                        .commandLine()
                        .orElse("")
                        .contains(folder.home().toString()))
                .toList();
    }

    private static boolean isAlive(String pid) {
        return ProcessHandle.of(Long.parseLong(pid))
                .filter(ProcessHandle::isAlive)
                .isPresent();
    }

    private static String label(String name) {
        return name.substring("PID_".length()).toLowerCase(Locale.ROOT);
    }
}
