package club.panamia.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How questions about notifications are shown: a line for each. */
final class NotificationsTable {

    private static final String HEAD = """
        ### Notifications (`GET /api/notifications`, `…/unread-count`, `…/groups`), five million of them

        | Question | p50 / p95 / p99 | Bar (latency) | Database | CPU per request | Bar (CPU) | Requests/s, saturated |
        |---|---|---|---|---|---|---|
        """;

    private final List<String> lines = new ArrayList<>();

    /** Returns the new line; a bar of 0 is none. */
    String add(String title, SearchCost cost, int barMicros, int barMillis) {
        return keep("| %s | %.1f / **%.1f** / %.1f ms at 100/s | %s | %.1f ms | **%.0f µs** | %s | %.0f |%s"
                .formatted(
                        title,
                        cost.p50(),
                        cost.p95(),
                        cost.p99(),
                        bar(barMillis, "ms p95", cost.p95()),
                        cost.databaseMillis(),
                        cost.cpuMicros(),
                        bar(barMicros, "µs", cost.cpuMicros()),
                        cost.perSecond(),
                        cost.failures() == 0 ? "" : " %d failed".formatted(cost.failures())));
    }

    String text() {
        return HEAD + String.join("\n", lines) + "\n";
    }

    private String keep(String line) {
        lines.add(line);
        return line;
    }

    private static String bar(int bar, String unit, double measured) {
        return bar == 0 ? "–" : "≤ %d %s: %s".formatted(bar, unit, measured <= bar ? "met" : "missed");
    }
}
