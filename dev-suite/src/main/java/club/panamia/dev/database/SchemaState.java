package club.panamia.dev.database;

import club.panamia.dev.layout.SuiteFolder;
import club.panamia.schema.PostgresUrl;
import club.panamia.schema.SchemaVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Whether the migrator has anything to do: it takes seconds to find out itself, and mostly it has not. */
public final class SchemaState {

    private final Path remembered;
    private final PostgresUrl superuser;
    private final String built;

    public SchemaState(SuiteFolder folder, PostgresUrl superuser) {
        this.remembered = folder.postgres().resolve("pana-migrated");
        this.superuser = superuser;
        this.built = digest(folder.app(Migrator.MODULE));
    }

    /** True when this very migrator went through before and nobody rolled a migration back since. */
    public boolean isCurrent() {
        try {
            return Files.exists(remembered)
                    && Files.readString(remembered).equals(built)
                    && applied().equals(new HashSet<>(SchemaVersion.built().migrations()));
        } catch (IOException | SQLException e) {
            return false;
        }
    }

    public void remember() {
        try {
            Files.writeString(remembered, built);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Set<String> applied() throws SQLException {
        var applied = new HashSet<String>();
        try (var connection = Postgres.connect(superuser);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT id FROM internal.databasechangelog")) {
            while (rows.next()) {
                applied.add(rows.getString(1));
            }
        }
        return applied;
    }

    /** Of our own jars: migrations, grants, and the code that applies them. */
    private static String digest(Path app) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var jar : ownJars(app)) {
                digest.update(Files.readAllBytes(jar));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> ownJars(Path app) throws IOException {
        try (var files = Files.walk(app)) {
            return files.filter(file -> file.toString().matches(".*/(app/.*|lib/main/club\\.panamia\\..*)\\.jar"))
                    .sorted()
                    .toList();
        }
    }
}
