package club.panamia.dev;

import club.panamia.dev.database.Postgres;
import club.panamia.dev.layout.DatabaseUrls;
import club.panamia.dev.layout.EnvFile;
import club.panamia.dev.layout.Ports;
import club.panamia.dev.layout.Secrets;
import club.panamia.dev.layout.SuiteFolder;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A checkout whose services and migrator are fakes, on which the real dev suite runs as a program of its own. */
final class FakeCheckout {

    final Path root;
    final Ports ports = Ports.free();
    final SuiteFolder folder;

    FakeCheckout(Path root) throws IOException {
        this.root = root.toRealPath();
        this.folder = SuiteFolder.of(this.root);
        for (var service : SuiteService.values()) {
            build(service.module());
        }
        build("shared-schema/migrator");
        Files.createDirectories(this.root.resolve("k8s"));
        Files.writeString(this.root.resolve("k8s/routes.yaml"), "/api/profiles: profile-service\n");
    }

    /** Runs the suite with these arguments; what it prints goes to {@code output.txt}. */
    Process run(String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dpana.root=" + root,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        command.addAll(Arrays.asList(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(root.resolve("output.txt").toFile()))
                .start();
    }

    /** Runs the suite, without demo data as the fake migrator makes no tables, until it is ready. */
    Process runUntilReady(String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("--empty", "--port-base", Integer.toString(ports.base())));
        arguments.addAll(Arrays.asList(more));
        var process = run(arguments.toArray(String[]::new));
        if (!Waiting.until(
                Duration.ofSeconds(60),
                Duration.ofMillis(50),
                () -> !process.isAlive() || "ready".equals(env().get("SUITE_STATE")))) {
            throw new AssertionError("not ready: " + output());
        }
        if (!process.isAlive() && !"ready".equals(env().get("SUITE_STATE"))) {
            throw new AssertionError("ended: " + output());
        }
        return process;
    }

    Map<String, String> env() {
        return EnvFile.read(folder.suiteEnv());
    }

    String output() {
        try {
            return Files.readString(root.resolve("output.txt"));
        } catch (IOException e) {
            return "";
        }
    }

    String log(String name) throws IOException {
        return Files.readString(folder.log(name));
    }

    void asSuperuser(String sql) throws SQLException {
        var urls = new DatabaseUrls(ports, new Secrets(folder.secrets()), false);
        try (var connection = Postgres.connect(urls.direct(DatabaseUrls.SUPERUSER));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void behaviour(SuiteService service, String behaviour) throws IOException {
        Files.writeString(folder.app(service.module()).resolve("behaviour"), behaviour);
    }

    private void build(String module) throws IOException {
        var app = Files.createDirectories(root.resolve(module).resolve("target/quarkus-app"));
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, FakeApp.class.getName());
        try (var jar = new JarOutputStream(Files.newOutputStream(app.resolve("quarkus-run.jar")), manifest)) {
            copy(FakeApp.class, jar);
        }
    }

    private static void copy(Class<?> type, JarOutputStream jar) throws IOException {
        var name = type.getName().replace('.', '/') + ".class";
        jar.putNextEntry(new JarEntry(name));
        try (var in = type.getClassLoader().getResourceAsStream(name)) {
            in.transferTo(jar);
        }
    }
}
