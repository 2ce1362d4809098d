package club.panamia.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.liquibase.migration.Migration;
import club.panamia.liquibase.migration.Reversible;
import club.panamia.schema.SchemaVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Our own migrations, forwards, backwards and forwards again. */
class RoundTripTest {

    private static final List<String> ALL = SchemaVersion.built().migrations();

    @Test
    void goesFromEmptyToNewestAndThenHasNothingToDo() {
        var database = TestServer.newDatabase();
        var schema = TestSchema.ofClassPath(database);

        assertThat(schema.up()).isEqualTo(ALL);
        var structure = CatalogSnapshot.structure(database);
        var rights = CatalogSnapshot.rights(database);
        assertThat(schema.up()).isEmpty();

        assertThat(CatalogSnapshot.structure(database))
                .containsExactlyElementsOf(structure)
                .isNotEmpty();
        assertThat(CatalogSnapshot.rights(database))
                .containsExactlyElementsOf(rights)
                .isNotEmpty();
    }

    @Test
    void takesBackEveryReversibleMigrationAndBringsItAgain() {
        var database = TestServer.newDatabase();
        var schema = TestSchema.ofClassPath(database);
        schema.up();
        var structure = CatalogSnapshot.structure(database);
        var rights = CatalogSnapshot.rights(database);

        for (var count = 1; count <= reversible(); count++) {
            var steps = count;

            assertThat(schema.rollback(steps, true)).hasSize(steps);
            assertThat(schema.up()).isEqualTo(ALL.subList(ALL.size() - steps, ALL.size()));

            assertThat(CatalogSnapshot.structure(database)).containsExactlyElementsOf(structure);
            assertThat(CatalogSnapshot.rights(database)).containsExactlyElementsOf(rights);
        }
    }

    /** Held against a database that never went further: a rollback that forgets something shows here. */
    @Test
    void leavesNothingBehindWhenItTakesAMigrationBack(@TempDir Path root) {
        var beforeEach = structureBeforeEachMigration(new MigrationFolder(root));
        var database = TestServer.newDatabase();
        var schema = TestSchema.ofClassPath(database);
        schema.up();

        for (var id : ALL.reversed().subList(0, reversible())) {
            schema.rollback(1, true);

            assertThat(CatalogSnapshot.structure(database))
                    .as("after the rollback of %s", id)
                    .containsExactlyElementsOf(beforeEach.get(id));
        }
    }

    private static Map<String, List<String>> structureBeforeEachMigration(MigrationFolder folder) {
        var database = TestServer.newDatabase();
        var structures = new HashMap<String, List<String>>();
        for (var id : ALL) {
            structures.put(id, CatalogSnapshot.structure(database));
            folder.file(id, text(id));
            new TestSchema(database, folder.files()).up();
        }
        return structures;
    }

    private static int reversible() {
        var newestFirst = ALL.reversed();
        for (var i = 0; i < newestFirst.size(); i++) {
            if (Migration.read(newestFirst.get(i), text(newestFirst.get(i))).reversible() == Reversible.NO) {
                return i;
            }
        }
        return newestFirst.size();
    }

    private static String text(String id) {
        try (var in = RoundTripTest.class.getResourceAsStream("/db/migrations/" + id + ".sql")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
