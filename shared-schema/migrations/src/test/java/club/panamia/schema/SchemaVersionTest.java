package club.panamia.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SchemaVersionTest {

    @Test
    void namesEveryNumberedFileInOrder() throws IOException {
        var built = SchemaVersion.built();

        try (var files = Files.list(Path.of("sql"))) {
            assertThat(built.migrations())
                    .containsExactlyElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.matches("\\d{4}_[a-z0-9_]+\\.sql"))
                                    .map(name -> name.replace(".sql", ""))
                                    .sorted()
                                    .toList());
        }
        assertThat(built.newest()).isEqualTo(built.migrations().getLast());
    }
}
