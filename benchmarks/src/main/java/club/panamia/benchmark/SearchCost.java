package club.panamia.benchmark;

import club.panamia.benchmark.measure.CpuTime;
import club.panamia.benchmark.measure.Load;
import club.panamia.benchmark.measure.Measurement;
import club.panamia.benchmark.stage.Stage;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * What one kind of search took from one server. Under saturation it is the middle one of five spans: compilers, and others on the same
 * hardware, take what they take from one span and not from the next.
 *
 * @param cpuMicros application CPU per request under saturation
 * @param perSecond requests answered per second under saturation, generator and database on the same machine
 * @param databaseMillis how long the database was at work per request, asked steadily
 * @param p50 milliseconds, open loop
 */
record SearchCost(
        double cpuMicros, double perSecond, double databaseMillis, double p50, double p95, double p99, int failures) {

    private static final Duration WARM_UP = Duration.ofSeconds(5);
    private static final int MOST_SPANS = 8;
    private static final int SPANS = 5;
    private static final Duration SATURATED = Duration.ofSeconds(2);
    private static final Duration STEADY = Duration.ofSeconds(4);

    /** Asks the server, which is the process {@code pid}, first as fast as it can and then steadily. */
    static SearchCost of(Search search, Stage stage, long pid, int port) {
        var cpu = new CpuTime(pid);
        try (var load = new Load(port, search.calls())) {
            Measurement.warmUp(cpu, load, WARM_UP, MOST_SPANS);
            var spans = Stream.generate(() -> Span.of(load, cpu))
                    .limit(SPANS)
                    .sorted(Comparator.comparingDouble(Span::cpuMicros))
                    .toList();
            var middle = spans.get(SPANS / 2);
            var databaseBefore = stage.databaseMillis();
            var steady = load.steady(search.perSecond(), STEADY);
            var databaseUsed = stage.databaseMillis() - databaseBefore;
            return new SearchCost(
                    middle.cpuMicros,
                    (double) middle.answered / SATURATED.toSeconds(),
                    databaseUsed / steady.count(),
                    steady.percentile(50),
                    steady.percentile(95),
                    steady.percentile(99),
                    spans.stream().mapToInt(Span::failures).sum() + steady.failures());
        }
    }

    private record Span(double cpuMicros, int answered, int failures) {

        static Span of(Load load, CpuTime cpu) {
            var before = cpu.micros();
            var saturated = load.saturating(SATURATED);
            return new Span(
                    (double) (cpu.micros() - before) / saturated.count(), saturated.count(), saturated.failures());
        }
    }
}
