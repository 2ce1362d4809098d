package club.panamia.dev.layout;

import club.panamia.dev.process.Fault;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folders of one suite: {@code root} is the checkout, {@code home} keeps what this suite writes. */
public record SuiteFolder(Path root, Path home) {

    /** The developer's own suite, in {@code .dev}. */
    public static SuiteFolder of(Path root) {
        return new SuiteFolder(root, root.resolve(".dev"));
    }

    /** The suite that the smoke journey plays on; it never touches the developer's. */
    public static SuiteFolder forSmoke(Path root) {
        return new SuiteFolder(root, root.resolve(".dev").resolve("smoke"));
    }

    public Path postgres() {
        return home.resolve("postgres");
    }

    /** What people upload. */
    public Path media() {
        return home.resolve("media");
    }

    public Path pooler() {
        return home.resolve("pgbouncer");
    }

    public Path logs() {
        return home.resolve("logs");
    }

    public Path log(String name) {
        return logs().resolve(name + ".log");
    }

    public Path secrets() {
        return home.resolve("secrets.properties");
    }

    public Path suiteEnv() {
        return home.resolve("suite.env");
    }

    /** The settings of one service, for who wants to run it by hand. */
    public Path serviceEnv(SuiteService service) {
        return home.resolve("env").resolve(service.id() + ".env");
    }

    public Path lock() {
        return home.resolve("lock");
    }

    public Path routes() {
        return root.resolve("k8s").resolve("routes.yaml");
    }

    /** The folder of a module's runnable; refuses one that was not built. */
    public Path app(String module) {
        var app = root.resolve(module).resolve("target").resolve("quarkus-app");
        if (!Files.isRegularFile(app.resolve("quarkus-run.jar"))) {
            throw new Fault("%s is not built: bin/dev builds it.".formatted(module));
        }
        return app;
    }

    /** Forgets the database and its passwords, so that the next start begins empty. */
    public void wipe() {
        TreeOfFiles.delete(postgres());
        TreeOfFiles.delete(pooler());
        TreeOfFiles.delete(media());
        TreeOfFiles.delete(secrets());
    }
}
