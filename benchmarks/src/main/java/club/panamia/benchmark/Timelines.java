package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.layout.SuiteService;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What timelines of 20,000 people take among 100,000 and among a million posts, and what other servers cost who ask again. */
final class Timelines {

    static final String NAME = "timelines";

    private static final List<Integer> SIZES = List.of(100_000, 1_000_000);
    private static final int CALLS = 10_000;
    private static final int PER_SECOND = 50;
    private static final int NOT_MODIFIED = 304;

    private static final String HEAD = """
            ### Timelines of 20,000 people (`GET /api/social/timelines/home` and others), readers who follow 500

            | Posts | Question | p50 / p95 / p99 at %d/s | Bar (p95) | Database | CPU per request | Requests/s, saturated |
            |---|---|---|---|---|---|---|
            """.formatted(PER_SECOND);

    private final Stage stage;
    private final StringBuilder lines = new StringBuilder();

    private Timelines(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-timelines"));
            var timelines = new Timelines(stage);
            timelines.run();
            new Results(root).replace(NAME, HEAD + timelines.lines + "\n" + Results.machine() + "\n");
        }
    }

    private void run() throws SQLException {
        try (var connection = stage.connect()) {
            Speaking.people(connection);
        }
        stage.start(Set.of(SuiteService.SOCIAL), Way.DIRECT);
        var known = 0;
        for (var size : SIZES) {
            try (var connection = stage.connect()) {
                Speaking.grow(connection, known, size);
            }
            known = size;
            for (var question : questions(size)) {
                measure(question, size);
            }
        }
    }

    private void measure(Search question, int size) {
        var cost = SearchCost.of(question, stage, stage.pid(SuiteService.SOCIAL), stage.port(SuiteService.SOCIAL));
        var bar = question.barMillis();
        var line = "| %,d | %s | %.1f / **%.1f** / %.1f ms | %s | %.1f ms | **%.0f µs** | %.0f |%s%n"
                .formatted(
                        size,
                        question.title(),
                        cost.p50(),
                        cost.p95(),
                        cost.p99(),
                        bar == 0 ? "–" : "≤ %d ms: %s".formatted(bar, cost.p95() <= bar ? "met" : "missed"),
                        cost.databaseMillis(),
                        cost.cpuMicros(),
                        cost.perSecond(),
                        cost.failures() == 0 ? "" : " %d failed".formatted(cost.failures()));
        System.out.print(line);
        lines.append(line);
    }

    private static List<Search> questions(int size) {
        return List.of(
                question("home", 60, random -> asReader(random, "/api/social/timelines/home")),
                question("local", 60, random -> asReader(random, "/api/social/timelines/local")),
                question("public", 60, random -> Call.to("/api/social/statuses")),
                question("hashtag", 60, random -> Call.to("/api/social/tags/tag%d/statuses".formatted(tag(random)))),
                question(
                        "somebody's posts",
                        60,
                        random -> Call.to("/api/social/actors/person%d/statuses".formatted(anybody(random)))),
                question(
                        "an actor's document, unchanged (304)",
                        0,
                        random -> unchanged("/ap/actors/a", anybody(random))),
                question(
                        "a post's document, unchanged (304)",
                        0,
                        random -> unchanged("/ap/statuses/s", readable(random, size))));
    }

    private static Search question(String title, int barMillis, Function<Random, Call> call) {
        var random = new Random(7);
        return new Search(
                title,
                barMillis,
                PER_SECOND,
                IntStream.range(0, CALLS).mapToObj(i -> call.apply(random)).toList());
    }

    private static Call asReader(Random random, String path) {
        var token = People.sessionToken(Speaking.reader(random.nextInt(Speaking.ACTORS)));
        return Call.to(path).with("Cookie", "authjs.session-token=" + token);
    }

    private static Call unchanged(String path, int number) {
        return Call.to(path + "%023d".formatted(number))
                .with("If-None-Match", "*")
                .expecting(NOT_MODIFIED);
    }

    private static int anybody(Random random) {
        return random.nextInt(Speaking.ACTORS);
    }

    /** The first of every ten posts is for everybody. */
    private static int readable(Random random, int size) {
        return random.nextInt(size / 10) * 10;
    }

    private static int tag(Random random) {
        return random.nextInt(Speaking.TAGS);
    }
}
