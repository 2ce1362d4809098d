package club.panamia.dev;

import club.panamia.dev.layout.EnvFile;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts the suite in a process that outlives this one, and shows its progress until it is ready. */
final class Detached {

    private static final Duration READY = Duration.ofMinutes(5);

    private final SuiteFolder folder;
    private long shown;

    Detached(SuiteFolder folder) {
        this.folder = folder;
    }

    int start(List<String> arguments) {
        // Before its log is begun anew.
        new RunningSuite(folder).mustNotRun();
        var log = folder.log("suite");
        var child = Child.start("suite", command(arguments), Map.of(), folder.root(), log);
        var abandon = new Thread(child::stop, "abandon");
        Runtime.getRuntime().addShutdownHook(abandon);
        var ready = Waiting.until(READY, Duration.ofMillis(100), () -> {
            show(log);
            return !child.isAlive() || isReady(child);
        });
        show(log);
        if (ready && child.isAlive()) {
            Runtime.getRuntime().removeShutdownHook(abandon);
            return 0;
        }
        return 1;
    }

    private boolean isReady(Child child) {
        var env = EnvFile.read(folder.suiteEnv());
        return "ready".equals(env.get("SUITE_STATE"))
                && Long.toString(child.pid()).equals(env.get("SUITE_PID"));
    }

    /** The same program in the same JVM, without the wish to be detached. */
    private List<String> command(List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(Main.class.getName());
        command.addAll(arguments);
        return command;
    }

    private void show(Path log) {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var more = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(more);
            System.out.writeBytes(more);
            System.out.flush();
            shown += more.length;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
