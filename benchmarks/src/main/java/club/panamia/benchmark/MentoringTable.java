package club.panamia.benchmark;

import club.panamia.benchmark.measure.Latencies;
import java.util.ArrayList;
import java.util.List;

/** How what mentoring takes is shown: a line for each thing and load. */
final class MentoringTable {

    private static final String HEAD = """
            ### Mentoring (`GET /api/mentoring/mentors/{screenname}/slots`, `POST /api/mentoring/sessions`), 10,000 mentors, 200,000 sessions

            | What | Load | Answers | p50 / p95 / p99 | Bar |
            |---|---|---|---|---|
            """;

    private final List<String> lines = new ArrayList<>();

    /** {@code percentile} of the answers may take so many milliseconds. */
    void add(String what, String load, Latencies latencies, int percentile, int barMillis) {
        var met = latencies.failures() == 0 && latencies.percentile(percentile) <= barMillis;
        lines.add("| %s | %s | %d | %.1f / %.1f / %.1f ms | p%d ≤ %d ms: %s |%s"
                .formatted(
                        what,
                        load,
                        latencies.count(),
                        latencies.percentile(50),
                        latencies.percentile(95),
                        latencies.percentile(99),
                        percentile,
                        barMillis,
                        met ? "met" : "missed",
                        latencies.failures() == 0 ? "" : " %d failed".formatted(latencies.failures())));
        System.out.println(lines.getLast());
    }

    String text() {
        return HEAD + String.join("\n", lines) + "\n";
    }
}
