package club.panamia.dev.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Passwords and keys of one local suite: made when first asked for, kept in a file that only its owner may read. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    public Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (var in = Files.newBufferedReader(file)) {
                known.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    public String databasePassword(String role) {
        return kept("database." + role, HexFormat.of().formatHex(random(24)));
    }

    public String authSecret() {
        return kept("auth-secret", base64(random(32)));
    }

    /** As {@code PANA_ENCRYPTION_KEYS} takes it: an id, a colon, 32 bytes. */
    public String encryptionKeys() {
        return kept("encryption-keys", "dev:" + base64(random(32)));
    }

    private synchronized String kept(String name, String fresh) {
        var value = known.getProperty(name);
        if (value == null) {
            known.setProperty(name, fresh);
            write();
            return fresh;
        }
        return value;
    }

    private void write() {
        var lines = new TreeMap<>(known)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("\n", "# Of this local suite alone; made by bin/dev.\n", "\n"));
        try {
            Files.createDirectories(file.getParent());
            if (!Files.exists(file)) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, lines, StandardCharsets.UTF_8, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] random(int bytes) {
        var random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
