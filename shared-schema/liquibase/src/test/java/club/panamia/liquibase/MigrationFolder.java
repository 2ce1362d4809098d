package club.panamia.liquibase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** A history made up by a test, in the places where the jar has ours. */
final class MigrationFolder {

    private final Path root;
    private final TreeSet<String> ids = new TreeSet<>();

    MigrationFolder(Path root) {
        this.root = root;
        grants("");
    }

    /** A file that can be taken back, in a transaction. */
    MigrationFolder with(String id, String sql, String rollback) {
        return file(id, header("Yes", rollback) + sql);
    }

    MigrationFolder withHeader(String id, String reversible, String rollback, String sql) {
        return file(id, header(reversible, rollback) + sql);
    }

    MigrationFolder file(String id, String text) {
        write("db/migrations/" + id + ".sql", text);
        ids.add(id);
        return index();
    }

    MigrationFolder without(String id) {
        ids.remove(id);
        return index();
    }

    MigrationFolder grants(String sql) {
        write("db/grants.sql", sql);
        return index();
    }

    Path root() {
        return root;
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    ResourceAccessor files() {
        try {
            return new DirectoryResourceAccessor(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(String reversible, String rollback) {
        return """
                -- Purpose: a test
                -- Ticket: PANA-1
                -- Reversible: %s
                -- Rollback:
                --   %s

                """.formatted(reversible, rollback);
    }

    private MigrationFolder index() {
        write("db/migrations.index", String.join("\n", ids) + "\n");
        return this;
    }

    private void write(String path, String text) {
        try {
            Files.createDirectories(root.resolve(path).getParent());
            Files.writeString(root.resolve(path), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
