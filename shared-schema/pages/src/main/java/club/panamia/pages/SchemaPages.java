package club.panamia.pages;

import club.panamia.liquibase.session.DirectUrl;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** {@code bin/migrate schema}: writes the pages into .dev/schema and shows them until it is interrupted. */
public final class SchemaPages {

    private static final Path FOLDER = Path.of(".dev", "schema");

    private SchemaPages() {}

    public static void main(String... arguments) throws InterruptedException {
        var options = List.of(arguments);
        try {
            if (!options.isEmpty() && !options.equals(List.of("--no-open"))) {
                throw new IllegalArgumentException("usage: bin/migrate schema [--no-open]");
            }
            var url = DirectUrl.from(System.getenv());
            System.out.println("Drawing the schema of " + url + "; without Graphviz this takes a minute or two.");
            new Generator(url).write(FOLDER);
            System.out.println("The pages begin at " + FOLDER.resolve(Generator.INDEX));
            if (options.isEmpty()) {
                show(FOLDER);
            }
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
        } catch (IOException problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private static void show(Path folder) throws IOException, InterruptedException {
        var server = LocalServer.over(folder);
        System.out.println("and at " + server.address() + " until you press Ctrl-C.");
        Browser.open(server.address());
        Thread.currentThread().join();
    }
}
