package club.panamia.benchmark;

import java.util.ArrayList;
import java.util.List;

/** How searches of the directory are shown: a line per search, size and server, and how the cost grew. */
final class DirectoryTable {

    private static final String HEAD = """
            ### Searches of the directory (`GET /api/directory`, `…/facets`)

            | Search | Profiles | Server | p50 / p95 / p99 | of the peer's p95 | Bar (p95) | Database | CPU per request | of the peer's | Requests/s, saturated |
            |---|---|---|---|---|---|---|---|---|---|
            """;

    private record Entry(Search search, int size, SearchCost ours) {}

    private final List<String> lines = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    /** Returns the new lines. */
    String add(Search search, int size, SearchCost ours, SearchCost peers) {
        entries.add(new Entry(search, size, ours));
        var measured = List.of(
                line(
                        search,
                        size,
                        "the service",
                        ours,
                        ratio(ours.p95(), peers.p95()),
                        verdict(search, ours),
                        ratio(ours.cpuMicros(), peers.cpuMicros())),
                line(search, size, "Node peer", peers, "100 %", "–", "100 %"));
        lines.addAll(measured);
        return String.join("\n", measured);
    }

    String text() {
        return HEAD + String.join("\n", lines) + "\n\n" + growth();
    }

    /** Ten times the people may take less than ten times as long. */
    private String growth() {
        var first = entries.getFirst().size();
        var sentences = new StringBuilder();
        for (var small : entries.stream().filter(entry -> entry.size() == first).toList()) {
            entries.stream()
                    .filter(entry -> entry.size() > first
                            && entry.search().title().equals(small.search().title()))
                    .forEach(large -> sentences.append(grown(small, large)));
        }
        return sentences.toString();
    }

    private static String grown(Entry small, Entry large) {
        var people = (double) large.size() / small.size();
        var database = large.ours().databaseMillis() / small.ours().databaseMillis();
        var p95 = large.ours().p95() / small.ours().p95();
        return "- %s: %.0f times the people, the database is at work %.1f times as long (%s), p95 %.1f times.\n"
                .formatted(
                        large.search().title(),
                        people,
                        database,
                        database < people ? "less than linear" : "not less than linear",
                        p95);
    }

    private static String line(
            Search search, int size, String server, SearchCost cost, String ofP95, String verdict, String ofCpu) {
        return "| %s | %,d | %s | %.1f / **%.1f** / %.1f ms at %d/s | %s | %s | %.1f ms | %.0f µs | %s | %.0f |%s"
                .formatted(
                        search.title(),
                        size,
                        server,
                        cost.p50(),
                        cost.p95(),
                        cost.p99(),
                        search.perSecond(),
                        ofP95,
                        verdict,
                        cost.databaseMillis(),
                        cost.cpuMicros(),
                        ofCpu,
                        cost.perSecond(),
                        cost.failures() == 0 ? "" : " %d failed".formatted(cost.failures()));
    }

    private static String verdict(Search search, SearchCost cost) {
        return search.barMillis() == 0
                ? "–"
                : "≤ %d ms: %s".formatted(search.barMillis(), cost.p95() <= search.barMillis() ? "met" : "missed");
    }

    private static String ratio(double ours, double peers) {
        return "%.0f %%".formatted(100 * ours / peers);
    }
}
