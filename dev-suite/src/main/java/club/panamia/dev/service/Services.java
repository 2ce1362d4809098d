package club.panamia.dev.service;

import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.layout.SuiteSettings;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Progress;
import club.panamia.dev.process.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The seven services together. */
public final class Services {

    private static final Duration READY = Duration.ofSeconds(60);

    /** Longer than a service takes to finish what it is doing and to say goodbye to the database. */
    private static final Duration DRAIN = Duration.ofSeconds(20);

    private final Children children;
    private final SuiteFolder folder;
    private final SuiteSettings settings;
    private final Progress progress;
    private final Readiness readiness;
    private final List<ServiceProcess> processes = new ArrayList<>();

    public Services(Children children, SuiteFolder folder, SuiteSettings settings, Progress progress) {
        this.children = children;
        this.folder = folder;
        this.settings = settings;
        this.progress = progress;
        this.readiness = new Readiness(settings.ports());
    }

    /** Refuses a checkout in which a service was not built, before anything is started. */
    public static void mustBeBuilt(SuiteFolder folder) {
        for (var service : SuiteService.values()) {
            folder.app(service.module());
        }
    }

    /** Starts all and returns when all are ready; the first one that ends or stays silent is a fault. */
    public void start() {
        for (var service : SuiteService.values()) {
            var process = ServiceProcess.start(children, service, folder, settings);
            synchronized (processes) {
                processes.add(process);
            }
        }
        progress.say("Seven services are starting");
        var waiting = new ArrayList<>(processes);
        var allReady = Waiting.until(READY, Duration.ofMillis(100), () -> {
            waiting.removeIf(this::isReady);
            return waiting.isEmpty();
        });
        if (!allReady) {
            throw waiting.getFirst().child().fault("is not ready after %d s.".formatted(READY.toSeconds()));
        }
        processes.forEach(process -> process.child().whenEnded(() -> tellEnd(process.child())));
    }

    /** Lets each finish what it is doing, all at once. */
    public void drain() {
        List<Child> running;
        synchronized (processes) {
            running = processes.stream().map(ServiceProcess::child).toList();
        }
        running.forEach(Child::askToEnd);
        var deadline = System.nanoTime() + DRAIN.toNanos();
        for (var child : running) {
            child.stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
        }
    }

    private boolean isReady(ServiceProcess process) {
        if (children.isStopping()) {
            throw new Fault("The suite was stopped while it started.");
        }
        process.child().mustBeAlive();
        if (!readiness.of(process.service()).join()) {
            return false;
        }
        progress.say("%s is ready on port %d"
                .formatted(process.child().name(), settings.ports().of(process.service())));
        return true;
    }

    private void tellEnd(Child child) {
        if (!children.isStopping()) {
            progress.say(
                    child.fault("has ended; the front door answers 503 for it.").text());
        }
    }
}
