package club.panamia.liquibase.roles;

import club.panamia.schema.PostgresUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;

/** A server without any of our roles, on which passwords count and every statement is logged. */
record OwnServer(EmbeddedPostgres server, Path logFile) implements AutoCloseable {

    static OwnServer start(Path folder) throws IOException {
        var log = folder.resolve("log");
        var server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setServerConfig("log_statement", "all")
                .setOutputRedirector(Redirect.appendTo(log.toFile()))
                .setErrorRedirector(Redirect.appendTo(log.toFile()))
                .start();
        // The embedded server trusts everybody; here only its superuser.
        Files.writeString(folder.resolve("data/pg_hba.conf"), """
                host all postgres 127.0.0.1/32 trust
                host all all      127.0.0.1/32 scram-sha-256
                """);
        return new OwnServer(server, log);
    }

    PostgresUrl superuser() {
        return new PostgresUrl("127.0.0.1", server.getPort(), "postgres", "postgres", "", null);
    }

    String log() throws IOException {
        return Files.readString(logFile);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
