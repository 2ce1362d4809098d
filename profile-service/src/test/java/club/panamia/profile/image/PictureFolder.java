package club.panamia.profile.image;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/** The files that the service under test has kept. */
final class PictureFolder {

    private static final Path FOLDER = Path.of("target/media/profile");

    private PictureFolder() {}

    static List<String> files() {
        return walk().stream()
                .filter(Files::isRegularFile)
                .map(file -> FOLDER.relativize(file).toString())
                .toList();
    }

    static void empty() {
        for (var path : walk()) {
            try {
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static List<Path> walk() {
        if (Files.notExists(FOLDER)) {
            return List.of();
        }
        try (var files = Files.walk(FOLDER)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
