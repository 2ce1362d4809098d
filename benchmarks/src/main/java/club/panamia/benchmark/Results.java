package club.panamia.benchmark;

import club.panamia.benchmark.measure.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The table of one benchmark in {@code benchmarks/README.md}, between its two marks. */
final class Results {

    private static final String HEAD = """
            | Way to the database | Server | CPU per request | of the peer's | Bar | Requests/s, saturated | Transactions per request | p95 / p99 at 100/s |
            |---|---|---|---|---|---|---|---|
            """;

    private final Path readme;
    private final List<String> lines = new ArrayList<>();

    Results(Path root) {
        readme = root.resolve("benchmarks").resolve("README.md");
    }

    /** Our service; {@code bar} is 0 where none holds. */
    void ours(String way, Figures ours, @Nullable Figures peer, int bar) {
        var ratio = peer == null ? "–" : "%.0f %%".formatted(100 * ours.cpuMicros() / peer.cpuMicros());
        var verdict = bar == 0 ? "–" : "≤ %d µs: %s".formatted(bar, ours.cpuMicros() <= bar ? "met" : "missed");
        lines.add(line(way, "the service", ours, ratio, verdict));
    }

    void peer(String way, Figures peer) {
        lines.add(line(way, "Node peer", peer, "100 %", "–"));
    }

    private static String line(String way, String server, Figures figures, String ratio, String verdict) {
        return "| %s | %s | **%.0f µs** | %s | %s | %.0f | %.2f | %.1f / %.1f ms |%s"
                .formatted(
                        way,
                        server,
                        figures.cpuMicros(),
                        ratio,
                        verdict,
                        figures.perSecond(),
                        figures.statements(),
                        figures.p95(),
                        figures.p99(),
                        figures.failures() == 0 ? "" : " %d failed".formatted(figures.failures()));
    }

    /** Prints them and puts them into the page. */
    void write(Benchmark benchmark) {
        replace(
                benchmark.name(),
                "### " + benchmark.title() + "\n\n" + HEAD + String.join("\n", lines) + "\n\n" + machine() + "\n");
    }

    void replace(String name, String text) {
        System.out.println(text);
        var begin = "<!-- %s:begin -->\n".formatted(name);
        var end = "<!-- %s:end -->".formatted(name);
        try {
            var page = Files.readString(readme);
            var from = page.indexOf(begin);
            var to = page.indexOf(end);
            page = from < 0 || to < 0
                    ? page.stripTrailing() + "\n\n" + begin + text + end + "\n"
                    : page.substring(0, from) + begin + text + page.substring(to);
            Files.writeString(readme, page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String machine() {
        return "%s, %d cores (%s), Java %s, Linux %s."
                .formatted(
                        LocalDate.now(ZoneOffset.UTC),
                        Runtime.getRuntime().availableProcessors(),
                        processor(),
                        Runtime.version(),
                        System.getProperty("os.version"));
    }

    private static String processor() {
        try (var lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.toLowerCase(Locale.ROOT).startsWith("model name"))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("unnamed processor");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
