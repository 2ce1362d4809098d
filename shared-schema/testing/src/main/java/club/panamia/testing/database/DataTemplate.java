package club.panamia.testing.database;

import club.panamia.liquibase.SchemaInstaller;
import club.panamia.schema.SchemaVersion;
import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A migrated data directory, made once per change of the migrations and copied by every module: a copy takes a third of a
 * second, a migration from empty several.
 */
final class DataTemplate {

    private static final Path CACHE = Path.of(System.getProperty("user.home"), ".cache", "pana-suite", "test-postgres");

    private DataTemplate() {}

    static void copyTo(Path target) throws IOException {
        Folders.copy(made(), target);
    }

    /** One maker at a time on this machine; a half-made one is never seen, since it gets its name when it is whole. */
    private static Path made() throws IOException {
        Files.createDirectories(CACHE);
        var finished = CACHE.resolve(key());
        try (var channel =
                        FileChannel.open(CACHE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var _ = channel.lock()) {
            if (Files.notExists(finished)) {
                var making = Files.createTempDirectory(CACHE, "making");
                try (var server = EmbeddedServer.open(making)) {
                    TestDatabase.install(EmbeddedServer.url(server));
                }
                Files.deleteIfExists(making.resolve("epg-lock"));
                Files.move(making, finished);
            }
        }
        return finished;
    }

    /** Changes whenever a migration, the way of running them or the server changes. */
    private static String key() throws IOException {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var type : new Class<?>[] {SchemaVersion.class, SchemaInstaller.class}) {
                Folders.digest(
                        Path.of(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toURI()),
                        digest);
            }
            digest.update(binaries());
            return HexFormat.of().formatHex(digest.digest(), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (URISyntaxException e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** The server's programs for this machine, packed. */
    private static byte[] binaries() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : "Linux";
        var arch = System.getProperty("os.arch");
        try (var packed =
                DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, "amd64".equals(arch) ? "x86_64" : arch)) {
            return packed.readAllBytes();
        }
    }
}
