package club.panamia.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The migrations that this build was made with, by name ({@code 0001_foundation}), oldest first. */
public record SchemaVersion(List<String> migrations) {

    private static final String INDEX = "/db/migrations.index";

    /** What stands in the jar. */
    public static SchemaVersion built() {
        var index = Objects.requireNonNull(SchemaVersion.class.getResourceAsStream(INDEX), INDEX);
        try (var lines = new BufferedReader(new InputStreamReader(index, StandardCharsets.UTF_8))) {
            return new SchemaVersion(
                    lines.lines().filter(line -> !line.isBlank()).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The newest of them: a service needs a database that has at least this one. */
    public String newest() {
        return migrations.getLast();
    }
}
