package club.panamia.migrator;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.liquibase.roles.RolesBootstrap;
import club.panamia.schema.SchemaVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The migration workflow of the README, done as it says in a copy of this checkout. */
class WorkflowIT {

    private static final Path OURS = Path.of(System.getProperty("pana.root"));

    @TempDir
    private Path copy;

    private Database database;

    @BeforeEach
    void aCheckoutAndADatabaseWithRoles() throws IOException, SQLException {
        for (var file : inOurs("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                .split("\0")) {
            if (Files.exists(OURS.resolve(file))) {
                Files.createDirectories(copy.resolve(file).getParent());
                Files.copy(OURS.resolve(file), copy.resolve(file), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        done("git init -q -b main && git config user.name Ana && git config user.email ana@example.org");
        done("git add -A && git commit -q -m 'As it is' && bin/check-migrations --install-hook");
        database = Database.start();
        try (var connection = DriverManager.getConnection(database.admin().jdbc(), "postgres", "")) {
            RolesBootstrap.run(connection, role -> Optional.of("secret"));
        }
    }

    @AfterEach
    void stop() throws IOException {
        database.close();
    }

    @Test
    void worksAsTheReadmeSays() throws IOException, SQLException {
        var readme = Files.readString(OURS.resolve("README.md"));
        Files.writeString(copy.resolve("finished.sql"), fenced(readme, "workflow-file"));
        Files.writeString(copy.resolve(".git/info/exclude"), "finished.sql\n");
        Files.writeString(copy.resolve("profile-service/colours.txt"), "the code that uses it\n");

        var output = done(fenced(readme, "workflow"));

        var id = "%04d_add_favourite_colours"
                .formatted(SchemaVersion.built().migrations().size() + 1);
        var file = "shared-schema/migrations/sql/" + id + ".sql";
        assertThat(output)
                .contains(
                        " migrations are in order.", "applied " + id, "rolled back " + id, "; the schema is at " + id);
        assertThat(database.query("SELECT comments FROM internal.databasechangelog WHERE id = '%s'".formatted(id)))
                .containsExactly("PANA-123: people can say which colours they like, so that artists find them");
        assertThat(done("git show --name-only --format=%s").lines())
                .contains("Let people name their favourite colours", file, "profile-service/colours.txt");
        assertThat(done("git status --short")).isEmpty();

        var edit = run("echo '-- a late thought' >> %s && git commit -q -a -m 'Edit'".formatted(file));
        assertThat(edit.exit()).isEqualTo(1);
        assertThat(edit.err()).startsWith(id + ".sql: was edited after it was committed;");
    }

    private static String fenced(String readme, String marker) {
        var block = Pattern.compile(
                        "<!-- %1$s:begin -->\n```\\w+\n(.*?)```\n<!-- %1$s:end -->".formatted(marker), Pattern.DOTALL)
                .matcher(readme);
        assertThat(block.find())
                .as("a fenced block between the markers %s in README.md", marker)
                .isTrue();
        return block.group(1);
    }

    private String done(String script) {
        var outcome = run(script);
        assertThat(outcome.exit())
                .as("%s\n%s%s", script, outcome.out(), outcome.err())
                .isZero();
        return outcome.out();
    }

    private Program.Outcome run(String script) {
        var settings = Map.of(
                "POSTGRES_DIRECT_URL",
                database == null ? "" : database.migrator().text(),
                "JAVA_HOME",
                System.getProperty("java.home"),
                "EDITOR",
                "cp finished.sql");
        return Program.start(copy, settings, List.of("bash", "-euo", "pipefail", "-c", script))
                .end();
    }

    private static String inOurs(String... command) {
        return Program.start(OURS, Map.of(), List.of(command)).end().out();
    }
}
