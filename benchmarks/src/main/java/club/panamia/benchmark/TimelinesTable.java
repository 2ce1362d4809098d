package club.panamia.benchmark;

import club.panamia.benchmark.measure.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How long timelines and documents take among so many posts, what they cost, and how soon streams tell of a post. */
final class TimelinesTable {

    private static final int HEARD_BAR_MILLIS = 1_000;
    private static final int DOCUMENT_BAR_MICROS = 60;

    private static final String HEAD = """
            ### %s

            | Posts | Question | p50 / p95 / p99 at %d/s | Bar | Database | CPU per request | Requests/s, saturated |
            |---|---|---|---|---|---|---|
            """;

    private final String title;
    private final int perSecond;
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Double> before = new HashMap<>();

    TimelinesTable(String title, int perSecond) {
        this.title = title;
        this.perSecond = perSecond;
    }

    /** One kind of page or document; that it was measured among fewer posts before is said, too. */
    void add(int posts, Search question, SearchCost cost) {
        lines.add("| %,d | %s | %.1f / **%.1f** / %.1f ms | %s | %.1f ms | **%.0f µs** | %.0f |%s%n"
                .formatted(
                        posts,
                        question.title(),
                        cost.p50(),
                        cost.p95(),
                        cost.p99(),
                        bar(question, cost),
                        cost.databaseMillis(),
                        cost.cpuMicros(),
                        cost.perSecond(),
                        failed(cost.failures())));
        var former = before.put(question.title(), cost.databaseMillis());
        if (former != null) {
            notes.add("Of \"%s\" the database's share grew by a factor of %.2f."
                    .formatted(question.title(), cost.databaseMillis() / former));
        }
    }

    /** A bar is for people who wait, or for what servers cost who ask again. */
    private static String bar(Search question, SearchCost cost) {
        return question.barMillis() == 0
                ? "≤ %d µs: %s".formatted(DOCUMENT_BAR_MICROS, met(cost.cpuMicros() <= DOCUMENT_BAR_MICROS))
                : "≤ %d ms p95: %s".formatted(question.barMillis(), met(cost.p95() <= question.barMillis()));
    }

    /** How soon all of so many streams, which were opened within a time, have told of a post. */
    void heard(int streams, Duration opening, Latencies heard) {
        notes.add(
                "%,d streams (`GET /api/social/timelines/stream`) were opened within %.1f s, and told of a post within %.0f / %.0f /"
                                .formatted(
                                        streams,
                                        opening.toMillis() / 1000.0,
                                        heard.percentile(50),
                                        heard.percentile(95))
                        + " **%.0f** ms (p50 / p95 / p99; bar ≤ %,d ms p99: %s).%s"
                                .formatted(
                                        heard.percentile(99),
                                        HEARD_BAR_MILLIS,
                                        met(heard.percentile(99) <= HEARD_BAR_MILLIS),
                                        failed(heard.failures())));
    }

    String text() {
        var said = notes.isEmpty() ? "" : "\n- " + String.join("\n- ", notes) + "\n";
        return HEAD.formatted(title, perSecond) + String.join("", lines) + said;
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    private static String failed(int failures) {
        return failures == 0 ? "" : " %d failed".formatted(failures);
    }
}
