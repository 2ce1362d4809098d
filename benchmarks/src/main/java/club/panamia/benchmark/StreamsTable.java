package club.panamia.benchmark;

import club.panamia.benchmark.measure.Latencies;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How soon streams tell what happened, and what others notice of them. */
final class StreamsTable {

    private static final int HEARD_BAR_MILLIS = 1_000;

    /** So much more may a call take at worst, one in a hundred, before it counts as moved. */
    private static final int MOVED_MILLIS = 10;

    private static final String HEAD = """
            ### Streams (`GET /api/notifications/stream`), %d of them open at one process

            | What | p50 / p95 / p99 | Bar |
            |---|---|---|
            """;

    private final int streams;
    private final List<String> lines = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    StreamsTable(int streams) {
        this.streams = streams;
    }

    void heard(Latencies heard, Duration opening) {
        line("from event to stream, 200 events a second", heard, bar("≤ %d ms p99", HEARD_BAR_MILLIS, heard));
        notes.add("All were opened within %.1f s.".formatted(seconds(opening)));
    }

    /** The same calls while nothing is the matter, and while all streams are lost and opened anew. */
    void storm(Latencies calm, Latencies stormy, Latencies missed, Duration reopening, int sentAway) {
        line("unread count, 100 a second", calm, "–");
        var most = (int) Math.ceil(calm.percentile(99)) + MOVED_MILLIS;
        line("the same while all lose their streams and come again at once", stormy, bar("≤ %d ms p99", most, stormy));
        notes.add("All were open again within %.1f s; %d times somebody was told to come later."
                .formatted(seconds(reopening), sentAway));
        notes.add("%d things that happened meanwhile were heard, each by whom it was meant for."
                .formatted(missed.count()));
    }

    String text() {
        return HEAD.formatted(streams) + String.join("", lines) + "\n- " + String.join("\n- ", notes) + "\n";
    }

    private void line(String what, Latencies measured, String bar) {
        lines.add("| %s | %.1f / %.1f / **%.1f** ms | %s |%s\n"
                .formatted(
                        what,
                        measured.percentile(50),
                        measured.percentile(95),
                        measured.percentile(99),
                        bar,
                        measured.failures() == 0 ? "" : " %d failed".formatted(measured.failures())));
    }

    private static String bar(String text, int most, Latencies measured) {
        return text.formatted(most) + ": " + (measured.percentile(99) <= most ? "met" : "missed");
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }
}
