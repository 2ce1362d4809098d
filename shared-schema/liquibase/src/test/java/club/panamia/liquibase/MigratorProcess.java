package club.panamia.liquibase;

import club.panamia.liquibase.session.Connections;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import liquibase.resource.DirectoryResourceAccessor;

/** A migrator in a process of its own, so that there can be two and one can be killed. */
record MigratorProcess(Process process) {

    static MigratorProcess start(PostgresUrl database, Path folder) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try {
            return new MigratorProcess(new ProcessBuilder(List.of(
                            java,
                            "-cp",
                            System.getProperty("java.class.path"),
                            MigratorProcess.class.getName(),
                            database.withUser("pana_migrator", "secret").text(),
                            folder.toString()))
                    .redirectErrorStream(true)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Prints the names of what it applied. */
    public static void main(String... arguments) throws Exception {
        try (var connection = Connections.open(PostgresUrl.parse("argument", arguments[0]))) {
            System.out.println(Schema.over(connection, new DirectoryResourceAccessor(Path.of(arguments[1])))
                    .up());
        }
    }

    /** Waits for its end; what it said. */
    String output() throws IOException, InterruptedException {
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The migrator did not end");
        }
        return said.strip();
    }

    /** SIGKILL: it has no chance to tidy up. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }
}
