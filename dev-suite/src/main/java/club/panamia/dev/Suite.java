package club.panamia.dev;

import club.panamia.dev.database.Database;
import club.panamia.dev.database.PgBouncer;
import club.panamia.dev.frontdoor.FrontDoor;
import club.panamia.dev.frontdoor.IndexPage;
import club.panamia.dev.frontdoor.Routes;
import club.panamia.dev.frontdoor.SuitePages;
import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.EnvFile;
import club.panamia.dev.layout.FolderLock;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.layout.SuiteSettings;
import club.panamia.dev.mail.Mailbox;
import club.panamia.dev.process.Child;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Progress;
import club.panamia.dev.service.Readiness;
import club.panamia.dev.service.Services;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** PostgreSQL, pooler, migrator, mailbox, front door and seven services: started in this order, stopped in the opposite one. */
final class Suite implements AutoCloseable {

    private final SuiteFolder folder;
    private final Ports ports;
    private final Progress progress;
    private final EnvFile env;
    private final Children children = new Children(this::publish);
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private volatile boolean asked;
    private boolean closed;

    Suite(SuiteFolder folder, Ports ports, Progress progress) {
        this.folder = folder;
        this.ports = ports;
        this.progress = progress;
        this.env = new EnvFile(folder.suiteEnv());
    }

    /** Starts everything and returns when all seven services are ready. */
    SuiteSettings start(boolean fresh, boolean demoData) {
        var lock = FolderLock.take(folder.lock()).orElseThrow(RunningSuite::alreadyRuns);
        onStop(lock::close);
        new RunningSuite(folder).endLeftovers();
        ports.mustBeFree();
        var routes = Routes.read(folder.routes());
        Services.mustBeBuilt(folder);
        if (fresh) {
            folder.wipe();
        }

        var pooler = PgBouncer.installed();
        var secrets = new Secrets(folder.secrets());
        var urls = new DatabaseUrls(ports, secrets, pooler.isPresent());
        var settings = new SuiteSettings(
                ports,
                secrets,
                urls,
                pooler.map(PgBouncer::keepsPreparedStatements).orElse(true),
                folder.media());
        env.with("SUITE_STATE", "starting")
                .with("SUITE_PID", ProcessHandle.current().pid())
                .with(settings.published())
                .write();
        onStop(env::remove);

        writeServiceSettings(settings);

        var database = new Database(children, folder, urls, progress);
        onStop(database::stop);
        database.start(demoData);
        pooler.ifPresentOrElse(
                program -> startPooler(program, secrets),
                () -> progress.say("PgBouncer is not installed: the services reach PostgreSQL directly"));

        startFrontDoor(routes, pooler.isPresent());
        var services = new Services(children, folder, settings, progress);
        onStop(services::drain);
        services.start();
        return settings;
    }

    /** Says where things are, to people and in suite.env. */
    void announce() {
        progress.say("Ready: http://localhost:%d/ (mailbox: http://localhost:%d/dev/mail)"
                .formatted(ports.frontDoor(), ports.frontDoor()));
        progress.say("Settings and process ids: %s; logs: %s".formatted(folder.suiteEnv(), folder.logs()));
        progress.say("Ctrl-C or bin/dev --stop ends it");
        env.with("SUITE_STATE", "ready").write();
    }

    /** Whether somebody asked the suite to end; what fails from then on is no news. */
    boolean wasAskedToStop() {
        return asked;
    }

    /** As somebody asked for it, who is told so. */
    void stop() {
        asked = true;
        if (!closed()) {
            progress.say("Stopping");
            close();
            progress.say("Stopped");
        }
    }

    private synchronized boolean closed() {
        return closed;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        children.noMore();
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    /** For who wants to run one service by hand, in quarkus:dev above all. */
    private void writeServiceSettings(SuiteSettings settings) {
        for (var service : SuiteService.values()) {
            var file = new EnvFile(folder.serviceEnv(service)).with(settings.of(service));
            file.write();
            onStop(file::remove);
        }
    }

    private void startPooler(PgBouncer program, Secrets secrets) {
        var roles = Arrays.stream(SuiteService.values()).map(SuiteService::role).collect(Collectors.toList());
        roles.add(DatabaseUrls.ERASER);
        roles.add(DatabaseUrls.SIDECAR);
        roles.add(DatabaseUrls.TRUSTED_SIDECAR);
        roles.add(DatabaseUrls.BOOKINGS);
        roles.add(DatabaseUrls.BOOKINGS_AUTH);
        var child = program.start(children, folder.pooler(), ports, secrets, roles, folder.log("pgbouncer"));
        onStop(child::stop);
        progress.say("PgBouncer %s pools transactions on port %d".formatted(program.version(), ports.pooler()));
    }

    private void startFrontDoor(Routes routes, boolean pooled) {
        var mailbox = new Mailbox(ports.smtp()).start();
        onStop(mailbox::close);
        var byService = Arrays.stream(SuiteService.values()).collect(Collectors.toMap(s -> s, ports::of));
        var index = new IndexPage(
                byService,
                new Readiness(ports)::of,
                "PostgreSQL 16 on port %d%s"
                        .formatted(ports.postgres(), pooled ? ", pooled on port " + ports.pooler() : ""));
        var byModule = Arrays.stream(SuiteService.values())
                .collect(Collectors.toMap(SuiteService::module, service -> List.of(ports.of(service))));
        var frontDoor = new FrontDoor(routes, byModule, new SuitePages(index, mailbox));
        onStop(frontDoor::close);
        frontDoor.start(ports.frontDoor());
        progress.say("Front door on port %d, mailbox on port %d".formatted(ports.frontDoor(), ports.smtp()));
    }

    /** Keeps how to undo a step; when the suite is stopping already, that happens at once. */
    private void onStop(Runnable step) {
        synchronized (this) {
            if (!closed) {
                undo.push(step);
                return;
            }
        }
        step.run();
        throw new Fault("The suite was stopped while it started.");
    }

    /** For all but the migrator, which ends by itself. */
    private void publish(Child child) {
        if ("migrator".equals(child.name())) {
            return;
        }
        var name = child.name().replace("-service", "").replaceAll("[^A-Za-z]+", "_");
        env.with("PID_" + name.toUpperCase(Locale.ROOT), child.pid()).write();
    }
}
