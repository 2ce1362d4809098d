package club.panamia.benchmark.measure;

import club.panamia.dev.process.Fault;
import club.panamia.dev.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** How every server is measured: warmed up, then saturated, then asked steadily. */
public final class Measurement {

    private static final Duration SPAN = Duration.ofSeconds(10);
    private static final int MOST_SPANS = 9;
    private static final double SAME = 0.95;
    private static final Duration SATURATED = Duration.ofSeconds(6);
    private static final Duration STEADY = Duration.ofSeconds(4);
    private static final int PER_SECOND = 100;
    private static final long AT_REST = 50_000;
    private static final int MOST_SECONDS = 300;

    private Measurement() {}

    /** Until a span costs no less than the one before: compilers need their time where they share the processors. */
    public static void warmUp(CpuTime cpu, Load load, Duration span, int mostSpans) {
        load.saturating(span);
        var before = Double.MAX_VALUE;
        for (var i = 1; i < mostSpans; i++) {
            var used = cpu.micros();
            var answered = load.saturating(span).count();
            var cost = (double) (cpu.micros() - used) / answered;
            if (cost > SAME * before) {
                return;
            }
            before = cost;
        }
    }

    /** Until the server has done what follows from its warming up, events and letters: it uses less than a twentieth of a processor. */
    public static void rest(CpuTime cpu) {
        for (var second = 0; second < MOST_SECONDS; second++) {
            if (inASecond(cpu) < AT_REST) {
                return;
            }
        }
        throw new Fault("The server is still busy after %d seconds.".formatted(MOST_SECONDS));
    }

    private static long inASecond(CpuTime cpu) {
        var used = cpu.micros();
        Waiting.sleep(Duration.ofSeconds(1));
        return cpu.micros() - used;
    }

    /** Of the process {@code pid} that listens on {@code port}; {@code transactions} is the database's count so far. */
    public static Figures of(long pid, int port, List<Call> calls, LongSupplier transactions) {
        var cpu = new CpuTime(pid);
        try (var load = new Load(port, calls)) {
            warmUp(cpu, load, SPAN, MOST_SPANS);
            var transactionsBefore = transactions.getAsLong();
            var cpuBefore = cpu.micros();
            var saturated = load.saturating(SATURATED);
            var cpuUsed = cpu.micros() - cpuBefore;
            var transactionsUsed = transactions.getAsLong() - transactionsBefore;
            var steady = load.steady(PER_SECOND, STEADY);
            return new Figures(
                    (double) cpuUsed / saturated.count(),
                    (double) saturated.count() / SATURATED.toSeconds(),
                    (double) transactionsUsed / saturated.count(),
                    steady.percentile(95),
                    steady.percentile(99),
                    saturated.failures() + steady.failures());
        }
    }
}
