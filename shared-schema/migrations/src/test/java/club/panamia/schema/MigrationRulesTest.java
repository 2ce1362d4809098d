package club.panamia.schema;

import static club.panamia.schema.MigrationText.CONCURRENT;
import static club.panamia.schema.MigrationText.GOOD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule on a file's name, number and content: one file that breaks it, one line that names file and mend. */
class MigrationRulesTest {

    private Repository repository;

    @BeforeEach
    void aGoodMigration(@TempDir Path root) {
        repository = Repository.in(root).write("0001_cities.sql", GOOD);
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                arguments(
                        "no purpose",
                        GOOD.replace("-- Purpose: people have a city\n", ""),
                        "has no '-- Purpose:' in its header; add it to the -- lines at the top."),
                arguments("empty purpose", GOOD.replace("people have a city", ""), "has an empty Purpose; write it."),
                arguments(
                        "purpose of the template",
                        GOOD.replace("people have a city", "<why>"),
                        "still has the template's Purpose; write your own."),
                arguments(
                        "no ticket",
                        GOOD.replace("-- Ticket: PANA-12\n", ""),
                        "has no '-- Ticket:' in its header; add it to the -- lines at the top."),
                arguments(
                        "strange ticket",
                        GOOD.replace("PANA-12", "JIRA-12"),
                        "has the Ticket 'JIRA-12'; write PANA-123, or N/A and why."),
                arguments(
                        "no reversible",
                        GOOD.replace("-- Reversible: Yes\n", ""),
                        "has no '-- Reversible:' in its header; add it to the -- lines at the top."),
                arguments(
                        "strange reversible",
                        GOOD.replace("Yes", "yes"),
                        "has Reversible 'yes'; write Yes, No or Partial."),
                arguments(
                        "no rollback",
                        GOOD.replace("-- Rollback:\n--   DROP TABLE cities;\n", ""),
                        "has no '-- Rollback:' in its header; add it to the -- lines at the top."),
                arguments(
                        "empty rollback",
                        GOOD.replace("--   DROP TABLE cities;\n", ""),
                        "has an empty Rollback; write it."),
                arguments(
                        "rollback without SQL",
                        GOOD.replace("DROP TABLE cities;", "drop the table"),
                        "promises a way back but its Rollback holds no SQL; write the statements, or Reversible: No."),
                arguments(
                        "partial without SQL",
                        GOOD.replace("Yes", "Partial").replace("DROP TABLE cities;", "-- none;"),
                        "promises a way back but its Rollback holds no SQL; write the statements, or Reversible: No."),
                arguments(
                        "key too late",
                        GOOD.replace("--\n", "--\n".repeat(30)),
                        "has '-- Rollback:' below line 30; move it up: every key begins within the first 30 lines."),
                arguments(
                        "key outside the header",
                        GOOD.replace("--\n", "\n"),
                        "has no '-- Rollback:' in its header; add it to the -- lines at the top."),
                arguments(
                        "strange transaction",
                        GOOD.replace("-- Reversible", "-- Transaction: off\n-- Reversible"),
                        "has Transaction 'off'; write none, or leave the line out."),
                arguments(
                        "dependencies of the template",
                        GOOD.replace("-- Reversible", "-- Dependencies: <what>\n-- Reversible"),
                        "still has the template's Dependencies; write your own, or leave the line out."),
                arguments(
                        "concurrently in a transaction",
                        CONCURRENT.replace("-- Transaction: none\n", ""),
                        "uses CONCURRENTLY inside a transaction; add '-- Transaction: none' to the header."),
                arguments(
                        "concurrently without drop",
                        CONCURRENT.replace("DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx;\n", ""),
                        "creates cities_name_idx CONCURRENTLY without dropping it first; put DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx; before it, since a killed run leaves an invalid index."),
                arguments(
                        "concurrently with the drop of another",
                        CONCURRENT.replace("IF EXISTS cities_name_idx", "IF EXISTS other_idx"),
                        "creates cities_name_idx CONCURRENTLY without dropping it first; put DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx; before it, since a killed run leaves an invalid index."),
                arguments(
                        "concurrently with the drop behind it",
                        CONCURRENT.replaceFirst("\nDROP.*;", "")
                                + "DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx;\n",
                        "creates cities_name_idx CONCURRENTLY without dropping it first; put DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx; before it, since a killed run leaves an invalid index."),
                arguments(
                        "concurrently without name",
                        CONCURRENT.replace("CONCURRENTLY cities_name_idx ON", "CONCURRENTLY ON"),
                        "creates an index CONCURRENTLY without a name; name it."));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenFiles")
    void refusesABrokenFile(String rule, String text, String fault) {
        repository.write("0002_broken.sql", text);

        var outcome = repository.check();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text().strip()).isEqualTo("0002_broken.sql: " + fault);
    }

    static Stream<Arguments> goodFiles() {
        return Stream.of(
                arguments("the usual", GOOD),
                arguments("an index outside a transaction", CONCURRENT),
                arguments(
                        "schema and quotes around the index",
                        CONCURRENT.replaceFirst("IF EXISTS cities_name_idx", "if exists public.\"cities_name_idx\"")),
                arguments(
                        "all optional keys",
                        GOOD.replace(
                                "-- Ticket",
                                "-- Migration: 0002_x\n-- Dependencies: 0001\n-- Data Migration: none\n-- Ticket")),
                arguments("a purpose on the next line", GOOD.replace("-- Purpose: people", "-- Purpose:\n--   people")),
                arguments(
                        "a rollback that runs on",
                        GOOD.replace(
                                "--   DROP TABLE cities;\n",
                                "--   DROP TABLE cities;\n" + "--   SELECT 1;\n".repeat(40))),
                arguments(
                        "no way back, in words",
                        GOOD.replace("Yes", "No").replace("DROP TABLE cities;", "restore from the backup")),
                arguments("windows line ends", GOOD.replace("\n", "\r\n")),
                arguments("CONCURRENTLY in a comment only", GOOD + "-- CREATE INDEX CONCURRENTLY would lock less\n"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goodFiles")
    void acceptsWhatIsInOrder(String what, String text) {
        repository.write("0002_good.sql", text);

        assertThat(repository.check()).isEqualTo(new Repository.Outcome(0, "2 migrations are in order.\n"));
    }

    @Test
    void refusesANameThatIsNotNumberedSnakeCase() {
        repository.write("0002_AddRivers.sql", GOOD).write("3_rivers.sql", GOOD).write("0003_a__b.sql", GOOD);

        var outcome = repository.check();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.text().lines())
                .containsExactly(
                        "0002_AddRivers.sql: is not named NNNN_snake_case.sql; rename it, for example 0007_add_tags.sql.",
                        "0003_a__b.sql: is not named NNNN_snake_case.sql; rename it, for example 0007_add_tags.sql.",
                        "3_rivers.sql: is not named NNNN_snake_case.sql; rename it, for example 0007_add_tags.sql.");
    }

    @Test
    void refusesADuplicateNumber() {
        repository.write("0001_rivers.sql", GOOD);

        assertThat(repository.check())
                .isEqualTo(
                        new Repository.Outcome(
                                1,
                                "0001_rivers.sql: has the number of 0001_cities.sql; renumber the one that is not committed yet.\n"));
    }

    @Test
    void refusesAMissingNumber() {
        repository.write("0003_rivers.sql", GOOD);

        assertThat(repository.check())
                .isEqualTo(
                        new Repository.Outcome(
                                1,
                                "0003_rivers.sql: number 0002 is missing before it; renumber it, or restore the missing file.\n"));
    }

    @Test
    void makesTheNextNumberedFileWhichIsRefusedUntilItIsFilledIn() {
        var made = repository.run("bin/new-migration", "add_rivers");

        assertThat(made).isEqualTo(new Repository.Outcome(0, "shared-schema/migrations/sql/0002_add_rivers.sql\n"));
        assertThat(repository.file("0002_add_rivers.sql")).content().startsWith("-- Migration: 0002_add_rivers\n");
        assertThat(repository.check().text())
                .contains("template's Purpose", "template's Ticket", "template's Reversible", "template's Rollback");
    }

    @Test
    void refusesANameForANewFileThatIsNotSnakeCase() {
        assertThat(repository.run("bin/new-migration", "AddRivers").exit()).isEqualTo(2);
        assertThat(repository.run("bin/new-migration").exit()).isEqualTo(2);
    }
}
