package club.panamia.social.remote;

import club.panamia.kernel.problem.Problem;
import club.panamia.kernel.problem.ProblemType;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What could not be had a moment ago and is therefore not asked for again at once: a day, where it was not there; else minutes. */
@Singleton
class Refusals {

    private static final int MOST = 10_000;

    private record Refusal(ProblemType type, Instant until) {}

    private final Clock clock;
    private final Map<String, Refusal> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Refusal> eldest) {
            return size() > MOST;
        }
    };

    Refusals(Clock clock) {
        this.clock = clock;
    }

    synchronized void check(String uri) {
        var refusal = known.get(uri);
        if (refusal != null && refusal.until().isAfter(clock.instant())) {
            throw refusal.type().because("It was asked for a moment ago.");
        }
        known.remove(uri);
    }

    synchronized void remember(String uri, Problem problem) {
        known.put(uri, new Refusal(problem.type(), clock.instant().plus(life(problem.type()))));
    }

    private static Duration life(ProblemType type) {
        return type == RemoteProblem.NOT_THERE || type == RemoteProblem.GONE
                ? Duration.ofDays(1)
                : Duration.ofMinutes(10);
    }
}
