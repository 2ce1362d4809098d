package club.panamia.dev.database;

import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.process.Children;
import club.panamia.dev.process.Progress;
import org.jspecify.annotations.Nullable;

/** The suite's database, from the server up to the demo data. */
public final class Database {

    private final Children children;
    private final SuiteFolder folder;
    private final DatabaseUrls urls;
    private final Progress progress;
    private @Nullable Postgres postgres;

    public Database(Children children, SuiteFolder folder, DatabaseUrls urls, Progress progress) {
        this.children = children;
        this.folder = folder;
        this.urls = urls;
        this.progress = progress;
    }

    /** Returns when the schema is the newest one. */
    public void start(boolean demoData) {
        var superuser = urls.direct(DatabaseUrls.SUPERUSER);
        var server = Postgres.start(children, folder.postgres(), superuser, folder.log("postgres"));
        postgres = server;
        server.mustBecomeReady(superuser);
        progress.say("PostgreSQL %s listens on port %d"
                .formatted(Postgres.version(superuser), urls.ports().postgres()));
        Postgres.ensureDatabase(superuser);

        var state = new SchemaState(folder, superuser);
        if (state.isCurrent()) {
            progress.say("The schema is the newest");
        } else {
            migrate(new Migrator(children, folder, urls));
            state.remember();
        }
        sidecars(new Migrator(children, folder, urls));
        if (demoData) {
            DemoData.insert(superuser);
        }
    }

    public void stop() {
        if (postgres != null) {
            postgres.stop();
        }
    }

    private void migrate(Migrator migrator) {
        migrator.roles();
        progress.say("Roles are made");
        migrator.up();
        progress.say("Migrations and grants are applied");
    }

    private void sidecars(Migrator migrator) {
        sidecar(migrator, DatabaseUrls.SIDECAR);
        sidecar(migrator, DatabaseUrls.TRUSTED_SIDECAR, "--auth");
        sidecar(migrator, DatabaseUrls.BOOKINGS);
        sidecar(migrator, DatabaseUrls.BOOKINGS_AUTH, "--auth");
    }

    /** Once made, a sidecar stays as it is, and the migrator refuses to make it again. */
    private void sidecar(Migrator migrator, String role, String... options) {
        if (!Postgres.hasSchema(urls.direct(DatabaseUrls.SUPERUSER), DatabaseUrls.schemaOf(role))) {
            migrator.sidecar(role, options);
            progress.say("The role %s is made".formatted(role));
        }
    }
}
