package club.panamia.k8s.render;

import club.panamia.dev.process.Programs;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs that the checks need: of the PATH, or where bin/test puts what it has fetched. */
public final class Tools {

    private static final Path FETCHED = Path.of(System.getProperty("pana.root"), ".dev", "tools");

    private Tools() {}

    /** All that are called so; the one of the PATH first. */
    public static List<Path> named(String name) {
        return Stream.concat(Programs.find(name).stream(), Stream.of(FETCHED.resolve(name)))
                .filter(Files::isExecutable)
                .toList();
    }
}
