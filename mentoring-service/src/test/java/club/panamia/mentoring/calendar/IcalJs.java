package club.panamia.mentoring.calendar;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** ical.js, which Thunderbird reads calendars by, as a process of its own: {@code src/test/icaljs}, for which {@code bin/test} runs {@code npm ci}. */
final class IcalJs {

    private static final Path FOLDER = Path.of("src", "test", "icaljs");

    private IcalJs() {}

    static boolean isInstalled() {
        return Files.isDirectory(FOLDER.resolve("node_modules/ical.js"));
    }

    /** What it reads: the method, and the events with their instants. */
    static JsonObject read(String calendar) {
        try {
            var process = new ProcessBuilder("node", "read.mjs")
                    .directory(FOLDER.toFile())
                    .redirectError(Path.of("target", "icaljs.log").toFile())
                    .start();
            try (var input = process.outputWriter(StandardCharsets.UTF_8)) {
                input.write(calendar);
            }
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("ical.js has not read it: see target/icaljs.log");
            }
            return new JsonObject(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
