package club.panamia.dev.layout;

import club.panamia.dev.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** Held by a suite for as long as it runs in a folder; the system lets go of it even when the suite is killed. */
public final class FolderLock implements AutoCloseable {

    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** The lock, or nothing when another suite holds it. */
    public static Optional<FolderLock> take(Path file) {
        var lock = tryToTake(file);
        // Who asks whether a suite runs holds the lock for a moment, too.
        for (int tries = 0; lock.isEmpty() && tries < 3; tries++) {
            Waiting.sleep(Duration.ofMillis(100));
            lock = tryToTake(file);
        }
        return lock;
    }

    /** Whether a suite runs in the folder of this lock. */
    public static boolean isHeld(Path file) {
        var lock = tryToTake(file);
        lock.ifPresent(FolderLock::close);
        return lock.isEmpty();
    }

    private static Optional<FolderLock> tryToTake(Path file) {
        try {
            Files.createDirectories(file.getParent());
            var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isTaken(channel)) {
                channel.close();
                return Optional.empty();
            }
            return Optional.of(new FolderLock(channel));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }
}
