package club.panamia.benchmark;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How questions to articles are shown: a line per question and server. */
final class ArticlesTable {

    private static final String HEAD = """
        ### Articles (`GET /api/articles`, `…/search`, `…/{slug}`, `/feeds`), 50,000 of them

        | Question | Server | p50 / p95 / p99 | Bar (p95) | Database | CPU per request | of the peer's | Bar (CPU) | Requests/s, saturated |
        |---|---|---|---|---|---|---|---|---|
        """;

    private final List<String> lines = new ArrayList<>();

    /** Returns the new lines. */
    String add(ArticleQuestion question, SearchCost ours, @Nullable SearchCost peers) {
        var share = peers == null ? 0 : 100 * ours.cpuMicros() / peers.cpuMicros();
        var measured = new ArrayList<String>();
        measured.add(line(question, "the service", ours, share, latency(question, ours), cpu(question, ours, share)));
        if (peers != null) {
            measured.add(line(question, "Node peer", peers, 100, "–", "–"));
        }
        lines.addAll(measured);
        return String.join("\n", measured);
    }

    String text() {
        return HEAD + String.join("\n", lines) + "\n";
    }

    private static String line(
            ArticleQuestion question, String server, SearchCost cost, double share, String latency, String cpu) {
        return "| %s | %s | %.1f / **%.1f** / %.1f ms at %d/s | %s | %.1f ms | **%.0f µs** | %s | %s | %.0f |%s"
                .formatted(
                        question.search().title(),
                        server,
                        cost.p50(),
                        cost.p95(),
                        cost.p99(),
                        question.search().perSecond(),
                        latency,
                        cost.databaseMillis(),
                        cost.cpuMicros(),
                        share == 0 ? "–" : "%.0f %%".formatted(share),
                        cpu,
                        cost.perSecond(),
                        cost.failures() == 0 ? "" : " %d failed".formatted(cost.failures()));
    }

    private static String latency(ArticleQuestion question, SearchCost cost) {
        var bar = question.search().barMillis();
        return bar == 0 ? "–" : "≤ %d ms: %s".formatted(bar, verdict(cost.p95() <= bar));
    }

    private static String cpu(ArticleQuestion question, SearchCost cost, double share) {
        if (question.barMicros() > 0) {
            return "≤ %d µs: %s".formatted(question.barMicros(), verdict(cost.cpuMicros() <= question.barMicros()));
        }
        return question.barPercent() == 0
                ? "–"
                : "≤ %d %%: %s".formatted(question.barPercent(), verdict(share <= question.barPercent()));
    }

    private static String verdict(boolean met) {
        return met ? "met" : "missed";
    }
}
