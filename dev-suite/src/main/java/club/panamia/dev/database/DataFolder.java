package club.panamia.dev.database;

import club.panamia.dev.layout.TreeOfFiles;
import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Programs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The folder in which PostgreSQL keeps a suite's data from one run to the next. */
record DataFolder(Path path) {

    private static final String VERSION = "16";

    boolean isEmpty() {
        return !Files.exists(path.resolve("PG_VERSION"));
    }

    /** Makes the folder with one superuser, who needs his password from everywhere. */
    void initialise(Path binaries, String superuser, String password) {
        try {
            var fresh = path.resolveSibling(path.getFileName() + ".new");
            TreeOfFiles.delete(fresh);
            Files.createDirectories(path.getParent());
            var passwordFile = Files.createTempFile(
                    path.getParent(),
                    "initdb",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try {
                Files.writeString(passwordFile, password);
                Programs.output(Programs.notAsRoot(List.of(
                        binaries.resolve("bin/initdb").toString(),
                        "--pgdata=" + fresh,
                        "--username=" + superuser,
                        "--pwfile=" + passwordFile,
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        "--locale=" + locale(),
                        "--no-sync",
                        "--no-instructions")));
            } finally {
                Files.delete(passwordFile);
            }
            // Only a whole one gets the name: initdb may have been killed half way.
            Files.move(fresh, path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Refuses data of another PostgreSQL, and forgets the traces of a server that was killed. */
    void mustBeUsable() {
        try {
            var version = Files.readString(path.resolve("PG_VERSION")).strip();
            if (!VERSION.equals(version)) {
                throw new Fault("%s was made by PostgreSQL %s, and this suite runs %s: begin anew with bin/dev --fresh."
                        .formatted(path, version, VERSION));
            }
            forgetKilledServer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** After a crash the number in postmaster.pid may belong to any process by now, and PostgreSQL would refuse to start. */
    private void forgetKilledServer() throws IOException {
        var pidFile = path.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Files.readAllLines(pidFile).stream()
                .findFirst()
                .map(String::strip)
                .orElse("");
        if (pid.matches("\\d+")
                && ProcessHandle.of(Long.parseLong(pid)).filter(this::serves).isPresent()) {
            throw new Fault(
                    "A PostgreSQL server (process %s) still runs on %s: bin/dev --stop ends it.".formatted(pid, path));
        }
        Files.delete(pidFile);
    }

    private boolean serves(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(path.toString());
    }

    /** Letters beyond ASCII must have an upper and a lower case: screennames and addresses are compared that way. */
    private static String locale() {
        return System.getProperty("os.name").startsWith("Mac") ? "en_US.UTF-8" : "C.UTF-8";
    }
}
