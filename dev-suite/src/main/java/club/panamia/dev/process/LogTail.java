package club.panamia.dev.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The last lines of a log, enough to see why a program ended. */
record LogTail(Path log) {

    private static final int BYTES = 16 * 1024;
    private static final int LINES = 25;

    String text() {
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            var length = (int) Math.min(BYTES, file.length());
            var end = new byte[length];
            file.seek(file.length() - length);
            file.readFully(end);
            var lines = new String(end, StandardCharsets.UTF_8).lines().toList();
            var last = lines.subList(Math.max(0, lines.size() - LINES), lines.size());
            return "--- end of " + log + "\n" + String.join("\n", last);
        } catch (IOException e) {
            return "--- " + log + " cannot be read: " + e.getMessage();
        }
    }
}
