package club.panamia.docs.tables;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.docs.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TablesPageTest {

    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");

    private final Map<String, Entry> tables = TablesFile.read();

    @Test
    void namesEveryTableOnceAndNoOther() {
        assertThat(tables.keySet())
                .containsExactlyInAnyOrderElementsOf(Migrations.tables())
                .hasSize(27);
    }

    @Test
    void namesTheOwnerThatTheGrantsName() {
        var owners = Migrations.owners();

        assertThat(tables)
                .allSatisfy((table, entry) -> assertThat(owners.getOrDefault(table, Set.of()))
                        .as("who may write %s by grants.sql", table)
                        .contains(entry.owner()));
    }

    @Test
    void namesAWriterAReaderAndATestWhereNothingIsWaitedFor() {
        assertThat(tables)
                .allSatisfy((table, entry) -> assertThat(entry.isWhole())
                        .as("docs/tables.yaml: %s needs a writer, a reader and a test, or else a 'waits for'", table)
                        .isEqualTo(entry.waits() == null));
    }

    @Test
    void namesOnlyEndpointsThatAreThere() {
        var endpoints = new Endpoints();
        var missing = tables.values().stream()
                .flatMap(entry -> Stream.concat(entry.writers().stream(), entry.readers().stream()))
                .filter(entry -> VERBS.contains(entry.split(" ")[0]))
                .filter(endpoint -> !endpoints.contain(endpoint))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing)
                .as("docs/tables.yaml names endpoints that no service has")
                .isEmpty();
    }

    @Test
    void namesOnlyCodeThatIsThere() {
        var classes = classes("/src/main/java/");
        var missing = tables.values().stream()
                .flatMap(entry -> Stream.concat(entry.writers().stream(), entry.readers().stream()))
                .filter(entry -> !VERBS.contains(entry.split(" ")[0]))
                .filter(name -> !classes.contains(name))
                .toList();

        assertThat(missing)
                .as("docs/tables.yaml names jobs and handlers that no service has")
                .isEmpty();
    }

    @Test
    void namesOnlyTestsThatAreThere() {
        var classes = classes("/src/test/java/");
        var missing = tables.values().stream()
                .flatMap(entry -> entry.tests().stream())
                .filter(test -> !classes.contains(test))
                .toList();

        assertThat(missing)
                .as("docs/tables.yaml names tests that are not there")
                .isEmpty();
    }

    @Test
    void isGeneratedFromItsSource() throws IOException {
        var generated = Checkout.ROOT.resolve("docs/target/tables.md");
        Files.createDirectories(generated.getParent());
        Files.writeString(generated, TablesFile.page(tables));

        assertThat(Checkout.text("docs/tables.md").equals(TablesFile.page(tables)))
                .as("docs/tables.md is not what docs/tables.yaml says: take it over by bin/accept-docs")
                .isTrue();
    }

    private static Set<String> classes(String folder) {
        return Checkout.files(name -> name.contains(folder) && name.endsWith(".java")).stream()
                .map(file -> file.getFileName().toString().replace(".java", ""))
                .collect(Collectors.toSet());
    }
}
