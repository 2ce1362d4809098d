package club.panamia.testing.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.List;

/** Whole folders: copied with their rights, deleted, digested. */
final class Folders {

    private Folders() {}

    static void copy(Path from, Path to) throws IOException {
        for (var source : sorted(from)) {
            var target = to.resolve(from.relativize(source).toString());
            if (Files.isDirectory(source)) {
                Files.createDirectories(target);
                // PostgreSQL refuses a data directory that others may read.
                Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwx------"));
            } else {
                Files.copy(source, target, StandardCopyOption.COPY_ATTRIBUTES, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    static void delete(Path folder) throws IOException {
        for (var path : sorted(folder).reversed()) {
            Files.deleteIfExists(path);
        }
    }

    static void digest(Path path, MessageDigest digest) throws IOException {
        for (var file : sorted(path)) {
            if (Files.isRegularFile(file)) {
                digest.update(Files.readAllBytes(file));
            }
        }
    }

    private static List<Path> sorted(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            return paths.sorted(Comparator.naturalOrder()).toList();
        }
    }
}
