package club.panamia.dev;

import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.LogManager;
import club.panamia.dev.process.Progress;
import club.panamia.dev.smoke.Smoke;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.ToIntFunction;

/** Behind {@code bin/dev}: runs the local suite, plays the smoke journey on it, stops it, or tells how it is. */
public final class Main {

    private final Options options;
    private final Path root;

    private Main(Options options, Path root) {
        this.options = options;
        this.root = root;
    }

    public static void main(String... arguments) {
        LogManager.choose();
        System.exit(run(arguments));
    }

    private static int run(String... arguments) {
        try {
            var root = Path.of(System.getProperty("pana.root", "")).toAbsolutePath();
            return new Main(Options.parse(arguments), root).run(Arrays.asList(arguments));
        } catch (Fault fault) {
            System.err.println("bin/dev: " + fault.text());
            return 1;
        }
    }

    private int run(List<String> arguments) {
        var folder = SuiteFolder.of(root);
        return switch (options.action()) {
            case RUN -> with(folder, options.ports().orElse(new Ports(Ports.DEFAULT_BASE)), this::untilStopped);
            case SMOKE -> with(SuiteFolder.forSmoke(root), options.ports().orElseGet(Ports::free), this::smoke);
            case BESIDE -> with(SuiteFolder.forSmoke(root), options.ports().orElseGet(Ports::free), this::beside);
            case DETACH ->
                new Detached(folder)
                        .start(arguments.stream()
                                .filter(argument -> !"--detach".equals(argument))
                                .toList());
            case STOP -> new RunningSuite(folder).stop();
            case STATUS -> new RunningSuite(folder).tell();
        };
    }

    /** Whatever ends this program, Ctrl-C too, the suite is stopped in order first. */
    private static int with(SuiteFolder folder, Ports ports, ToIntFunction<Suite> work) {
        var suite = new Suite(folder, ports, new Progress(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(suite::stop, "stop"));
        try (suite) {
            return work.applyAsInt(suite);
        } catch (Fault fault) {
            if (suite.wasAskedToStop()) {
                return 1;
            }
            throw fault;
        }
    }

    private int untilStopped(Suite suite) {
        suite.start(options.fresh(), !options.empty());
        suite.announce();
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private int smoke(Suite suite) {
        return new Smoke(suite.start(options.fresh(), !options.empty()), System.out).play() ? 0 : 1;
    }

    /** A program of somebody else's, which finds the suite by its environment. */
    private int beside(Suite suite) {
        var settings = suite.start(options.fresh(), !options.empty());
        return Child.inTheForeground(options.command(), settings.published(), root);
    }
}
