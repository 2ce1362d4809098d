package club.panamia.pages;

import club.panamia.schema.PostgresUrl;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** SchemaSpy, run as a program of its own: it ends the process that it runs in. */
record Generator(PostgresUrl url) {

    static final String INDEX = "index.html";

    /** Writes the pages; whatever the folder held before is gone. */
    void write(Path folder) throws IOException, InterruptedException {
        delete(folder);
        Files.createDirectories(folder.toAbsolutePath().getParent());
        var settings = settings(folder);
        var log = Files.createTempFile("schema-pages", ".log");
        try {
            var exit = new ProcessBuilder(command(settings))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0 || !Files.exists(folder.resolve(INDEX))) {
                throw new IOException("The pages could not be made: " + lastLines(log));
            }
        } finally {
            Files.deleteIfExists(settings);
            Files.deleteIfExists(log);
        }
    }

    /** In a file that only we can read: on a command line everybody would see the password. */
    private Path settings(Path folder) throws IOException {
        var settings = new Properties();
        settings.setProperty("schemaspy.t", "pgsql11");
        settings.setProperty("schemaspy.host", url.host());
        settings.setProperty("schemaspy.port", String.valueOf(url.port()));
        settings.setProperty("schemaspy.db", url.database());
        settings.setProperty("schemaspy.s", "public");
        settings.setProperty("schemaspy.u", url.user());
        settings.setProperty("schemaspy.p", url.password());
        settings.setProperty("schemaspy.o", folder.toAbsolutePath().toString());
        settings.setProperty("schemaspy.imageformat", "svg");
        settings.setProperty("schemaspy.degree", "1");
        var file = Files.createTempFile("schema-pages", ".properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
        }
        return file;
    }

    private List<String> command(Path settings) {
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = new ArrayList<>(List.of(java, "-Xmx768m", "-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("org.schemaspy.Main", "-configFile", settings.toString()));
        command.addAll(List.of("-nologo", "-norows", "-noimplied", "-nopages"));
        // pana_migrator itself sees nothing; the owner sees all.
        var sslMode = url.sslMode() == null ? "" : ";sslmode\\=" + url.sslMode();
        command.addAll(List.of("-connprops", "options\\=-c role\\=pana_owner" + sslMode));
        if (!hasGraphviz()) {
            command.add("-vizjs");
        }
        return command;
    }

    private static boolean hasGraphviz() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "dot")));
    }

    private static String lastLines(Path log) throws IOException {
        var lines = Files.readString(log, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return String.join(" ", lines.subList(Math.max(0, lines.size() - 4), lines.size()));
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.toList().reversed()) {
                Files.delete(file);
            }
        }
    }
}
