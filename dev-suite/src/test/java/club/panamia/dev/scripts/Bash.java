package club.panamia.dev.scripts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs lines of bash in a folder, after a prelude that sources the script under test. */
record Bash(Path folder, String prelude) {

    record Run(int exitCode, String output) {

        String lastLine() {
            return output.lines().reduce("", (before, line) -> line);
        }
    }

    static Path script(String name) {
        return Path.of(System.getProperty("pana.root"), "bin", "lib", name);
    }

    Run run(String... lines) {
        try {
            var process = new ProcessBuilder("bash", "-c", prelude + "\n" + String.join("\n", lines))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Run(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
