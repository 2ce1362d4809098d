package club.panamia.liquibase.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import club.panamia.liquibase.session.SchemaProblem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationTest {

    private static final String GOOD = """
            -- Migration: 0007_cities
            -- Purpose: people have a city,
            --   and cities have people
            -- Ticket: N/A (a test)
            -- Data Migration: none
            -- Reversible: Partial
            --
            -- Rollback:
            --   -- the names are lost
            --   DROP TABLE cities;
            --   DROP TYPE size;

            -- Not of the header: Rollback: no
            CREATE TYPE size AS ENUM ('small');
            CREATE TABLE cities (size size);
            """;

    @Test
    void readsTheHeaderAndTheStatements() {
        var migration = Migration.read("0007_cities", GOOD);

        assertThat(migration.purpose()).isEqualTo("people have a city,\nand cities have people");
        assertThat(migration.ticket()).isEqualTo("N/A (a test)");
        assertThat(migration.reversible()).isEqualTo(Reversible.PARTIAL);
        assertThat(migration.inTransaction()).isTrue();
        assertThat(migration.forward().statements()).hasSize(2);
        assertThat(migration.backward().statements())
                .extracting(statement -> statement.sql().strip())
                .containsExactly("-- the names are lost\nDROP TABLE cities", "DROP TYPE size");
    }

    @Test
    void readsWindowsLineEndsTheSameWay() {
        assertThat(Migration.read("0007_cities", GOOD.replace("\n", "\r\n")))
                .isEqualTo(Migration.read("0007_cities", GOOD));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments("has no '-- Purpose:' in its header", GOOD.replace("-- Purpose", "-- Purpos")),
                arguments("has no '-- Ticket:' in its header", GOOD.replace("N/A (a test)", "")),
                arguments("has the Ticket 'PANA-'", GOOD.replace("N/A (a test)", "PANA-")),
                arguments("has an unknown Reversible", GOOD.replace("Partial", "Maybe")),
                arguments("has no '-- Rollback:' in its header", GOOD.replace("--\n", "--\n".repeat(25))),
                arguments("Rollback holds no SQL", GOOD.replace(";", "")),
                arguments(
                        "has an unknown Transaction",
                        GOOD.replace("Data Migration:", "Transaction:").replace("none", "off")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void refusesAFaultyHeaderNamingTheFile(String fault, String text) {
        assertThatThrownBy(() -> Migration.read("0007_cities", text))
                .isInstanceOf(SchemaProblem.class)
                .hasMessageStartingWith("0007_cities.sql ")
                .hasMessageContaining(fault);
    }

    @Test
    void refusesAFileWithoutANumber() {
        for (var name : List.of("cities", "7_cities", "0007_Cities", "0007_")) {
            assertThatThrownBy(() -> Migration.read(name, GOOD))
                    .hasMessageContaining("is not named NNNN_snake_case.sql");
        }
    }
}
