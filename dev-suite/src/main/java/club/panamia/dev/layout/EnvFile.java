package club.panamia.dev.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A file of settings that a shell can read: {@code set -a; . file}. It holds passwords, so only its owner may read it. */
public final class EnvFile {

    private final Path file;
    private final Map<String, String> settings = new LinkedHashMap<>();

    public EnvFile(Path file) {
        this.file = file;
    }

    /** What stands in the file; nothing, when there is none. */
    public static Map<String, String> read(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .filter(line -> line.matches("[A-Z_0-9]+='.*'"))
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf('=')),
                            line -> unquoted(line.substring(line.indexOf('=') + 1)),
                            (first, second) -> second,
                            LinkedHashMap::new));
        } catch (IOException e) {
            return Map.of();
        }
    }

    public synchronized EnvFile with(Map<String, String> more) {
        settings.putAll(more);
        return this;
    }

    public synchronized EnvFile with(String name, Object value) {
        settings.put(name, value.toString());
        return this;
    }

    /** Puts the file in place as a whole, so that nobody reads half of it. */
    public synchronized void write() {
        try {
            Files.createDirectories(file.getParent());
            var fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, text());
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public synchronized void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        return settings.entrySet().stream()
                .map(e -> e.getKey() + "='" + e.getValue().replace("'", "'\\''") + "'")
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String unquoted(String value) {
        return value.substring(1, value.length() - 1).replace("'\\''", "'");
    }
}
