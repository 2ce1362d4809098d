package club.panamia.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/** The files of this checkout; what a build or a run leaves behind is passed over. */
public final class Checkout {

    public static final Path ROOT = Path.of(System.getProperty("pana.root"));

    private static final List<String> LEFT_BEHIND = List.of("target", ".dev", ".git", "node_modules", ".next");

    private Checkout() {}

    public static String text(String path) {
        return text(ROOT.resolve(path));
    }

    public static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every file below the checkout whose path from there, with slashes, is wanted; sorted. */
    public static List<Path> files(Predicate<String> wanted) {
        try (var files = Files.walk(ROOT)) {
            return files.filter(Checkout::isSource)
                    .filter(file -> wanted.test(name(file)))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its path from the checkout, with slashes. */
    public static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    private static boolean isSource(Path file) {
        for (var part : ROOT.relativize(file)) {
            if (LEFT_BEHIND.contains(part.toString())) {
                return false;
            }
        }
        return Files.isRegularFile(file);
    }
}
