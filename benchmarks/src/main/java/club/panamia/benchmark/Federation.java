package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.measure.CpuTime;
import club.panamia.benchmark.measure.Latencies;
import club.panamia.benchmark.measure.Load;
import club.panamia.benchmark.measure.Measurement;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.layout.SuiteService;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** What other servers cost: activities that they send, a post that they all ask for at once, and one that goes to all of them. */
final class Federation {

    static final String NAME = "federation";

    private static final int POSTS = 10_000;
    private static final int ACTIVITIES = 10_000;
    private static final int PER_SECOND = 300;
    private static final int BAR_MICROS = 400;
    private static final int BAR_TAKEN = 20;
    private static final int BAR_QUEUED = 300;
    private static final int BAR_READERS = 250;
    private static final int PEERS = 500;
    private static final int HERD_PER_SECOND = 1000;
    private static final Duration HERD = Duration.ofSeconds(10);
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int MOST_SPANS = 9;
    private static final Duration SATURATED = Duration.ofSeconds(2);
    private static final Duration STEADY = Duration.ofSeconds(6);
    private static final int ACCEPTED = 202;
    private static final int CREATED = 201;

    /** Other servers are at addresses of this machine. */
    private static final Map<String, String> THIS_MACHINE =
            Map.of("pana.guarded-http.allow-http", "true", "pana.guarded-http.allow-loopback", "true");

    private static final String HEAD = """
            ### Other servers: what they send, ask for and are told

            | What | Measured | Bar |
            |---|---|---|
            """;

    private final Stage stage;
    private final FederationRows rows = new FederationRows();
    private final StringBuilder lines = new StringBuilder();

    private Federation(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        try (var stage = Stage.open(root);
                var neighbours = Neighbourhood.open()) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-federation"));
            var federation = new Federation(stage);
            federation.run(new Carrying(stage, neighbours));
            new Results(root).replace(NAME, HEAD + federation.lines + "\n" + Results.machine() + "\n");
        }
    }

    private void run(Carrying carrying) throws SQLException {
        try (var connection = stage.connect()) {
            Speaking.people(connection);
            Speaking.grow(connection, 0, POSTS);
            rows.seed(connection);
            Carrying.seed(connection);
        }
        stage.start(Set.of(SuiteService.SOCIAL), Way.DIRECT, THIS_MACHINE);
        inbox();
        herd();
        silence(carrying);
        queue();
    }

    private void silence(Carrying carrying) throws SQLException {
        var delay = carrying.delay();
        line(
                "carry 100 posts to 60 servers, beside one that never answers",
                "the others have them **%.1f %%** later (medians of %d times)".formatted(delay, Carrying.PAIRS),
                "< 1 %%: %s".formatted(met(delay < 1)));
    }

    private CpuTime cpu() {
        return new CpuTime(stage.pid(SuiteService.SOCIAL));
    }

    private int port() {
        return stage.port(SuiteService.SOCIAL);
    }

    private void inbox() {
        var cpu = cpu();
        try (var load = new Load(port(), activities(0, ACTIVITIES))) {
            Measurement.warmUp(cpu, load, WARM_UP, MOST_SPANS);
        }
        try (var load = new Load(port(), activities(ACTIVITIES, ACTIVITIES))) {
            var before = cpu.micros();
            var saturated = load.saturating(SATURATED);
            var micros = (double) (cpu.micros() - before) / saturated.count();
            var steady = load.steady(PER_SECOND, STEADY);
            line(
                    "verify and keep an activity",
                    "**%.0f µs** CPU; 202 within %s at %d/s%s"
                            .formatted(micros, taken(steady), PER_SECOND, failed(saturated.failures())),
                    "≤ %d µs: %s; p99 ≤ %d ms: %s"
                            .formatted(
                                    BAR_MICROS,
                                    met(micros <= BAR_MICROS),
                                    BAR_TAKEN,
                                    met(steady.percentile(99) <= BAR_TAKEN)));
        }
    }

    private List<Call> activities(int first, int many) {
        var host = URI.create(stage.publicUrl()).getAuthority();
        return IntStream.range(first, first + many)
                .parallel()
                .mapToObj(number -> activity(number, host))
                .toList();
    }

    private Call activity(int number, String host) {
        var body = FederationRows.like(number, stage.publicUrl());
        var call = Call.post("/ap/inbox", body).expecting(ACCEPTED);
        for (var header : rows.signed(number, host, body).entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        return call;
    }

    /** All servers ask for one post, 20 times each, while people read their timelines. */
    private void herd() {
        var post = Call.to("/ap/statuses/s%023d".formatted(0)).with("Accept", "application/activity+json");
        var random = new Random(7);
        var reading = IntStream.range(0, 1000).mapToObj(i -> reader(random)).toList();
        try (var peers = new Load(port(), List.of(post), PEERS);
                var readers = new Load(port(), reading)) {
            var cpu = cpu();
            Measurement.warmUp(cpu, readers, WARM_UP, MOST_SPANS);
            Measurement.warmUp(cpu, peers, WARM_UP, MOST_SPANS);
            var asked = CompletableFuture.supplyAsync(() -> peers.steady(HERD_PER_SECOND, HERD));
            var read = readers.steady(50, HERD);
            line(
                    "%d servers ask for one post 20 times within %d s".formatted(PEERS, HERD.toSeconds()),
                    "readers %s, servers %s".formatted(taken(read), taken(asked.join())),
                    "readers' p99 < %d ms: %s".formatted(BAR_READERS, met(read.percentile(99) < BAR_READERS)));
        }
    }

    private static Call reader(Random random) {
        var token = People.sessionToken(Speaking.reader(random.nextInt(Speaking.ACTORS)));
        return Call.to("/api/social/timelines/home").with("Cookie", "authjs.session-token=" + token);
    }

    /** Until the author has their answer, everything to be sent is written down. */
    private void queue() {
        var post = Call.post("/api/social/statuses", "{\"content\":\"Hola\",\"visibility\":\"public\"}")
                .with("Cookie", "authjs.session-token=" + People.sessionToken(0))
                .with("Origin", stage.publicUrl())
                .expecting(CREATED);
        try (var load = new Load(port(), List.of(post), 1)) {
            load.steady(1, Duration.ofSeconds(3));
            var queued = load.steady(1, Duration.ofSeconds(8));
            line(
                    "say something to %,d followers on %d servers"
                            .formatted(FederationRows.FOLLOWERS, FederationRows.HOSTS),
                    taken(queued),
                    "< %d ms: %s".formatted(BAR_QUEUED, met(queued.percentile(100) < BAR_QUEUED)));
        }
    }

    private static String taken(Latencies latencies) {
        return "%.1f / **%.1f** ms (p50 / p99)%s"
                .formatted(latencies.percentile(50), latencies.percentile(99), failed(latencies.failures()));
    }

    private static String failed(int failures) {
        return failures == 0 ? "" : ", %d failed".formatted(failures);
    }

    private static String met(boolean met) {
        return met ? "met" : "missed";
    }

    private void line(String what, String measured, String bar) {
        var line = "| %s | %s | %s |%n".formatted(what, measured, bar);
        System.out.print(line);
        lines.append(line);
    }
}
