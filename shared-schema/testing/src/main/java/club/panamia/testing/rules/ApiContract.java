package club.panamia.testing.rules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A service's HTTP API changes only on purpose: what the build describes is what is committed under {@code docs/api}. */
public final class ApiContract {

    private static final Path GENERATED = Path.of("target", "openapi", "openapi.yaml");

    private ApiContract() {}

    /**
     * Compares the description that was generated with this build ({@code target/openapi}) with {@code docs/api/<name>.yaml}.
     * Call it in a {@code @QuarkusTest}: its start writes the former.
     *
     * @param name of the service, such as {@code profile}
     */
    public static void check(String name) {
        var committed = Path.of(System.getProperty("pana.root", ".."), "docs", "api", name + ".yaml");
        var generated = read(GENERATED);
        if (Files.notExists(committed) || !read(committed).equals(generated)) {
            throw new AssertionError(
                    "docs/api/%1$s.yaml is not what the service does now: look at `diff docs/api/%1$s.yaml %1$s-service/%2$s`, then accept the change by `bin/accept-api %1$s` and commit it"
                            .formatted(name, GENERATED));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
