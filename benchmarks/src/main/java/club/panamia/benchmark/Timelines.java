package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.layout.SuiteService;
import club.panamia.dev.process.Waiting;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What timelines of 20,000 people take among half a million and a million posts, and how soon 2,000 open streams tell of a post. */
final class Timelines {

    static final String NAME = "timelines";

    /** In the end; a trial may do with fewer. */
    private static final int POSTS = Integer.getInteger("pana.benchmark.posts", 1_000_000);

    private static final int CALLS = 10_000;
    private static final int PER_SECOND = 50;
    private static final int LISTENERS = 2_000;
    private static final int SAID = 20;

    private final Stage stage;
    private final TimelinesTable table = new TimelinesTable(
            "Timelines of 20,000 people (`GET /api/social/timelines/home` and others), readers who follow 500",
            PER_SECOND);

    private Timelines(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-timelines"));
            var timelines = new Timelines(stage);
            timelines.run();
            System.out.print(timelines.table.text());
            new Results(root).replace(NAME, timelines.table.text() + "\n" + Results.machine() + "\n");
        }
    }

    private void run() throws SQLException {
        var half = POSTS / 2;
        try (var connection = stage.connect()) {
            Speaking.people(connection);
            Speaking.grow(connection, 0, half);
        }
        stage.start(Set.of(SuiteService.SOCIAL), Way.DIRECT);
        listen();
        timelines().forEach(question -> measure(question, half));
        try (var connection = stage.connect()) {
            Speaking.grow(connection, half, POSTS);
        }
        others().forEach(question -> measure(question, POSTS));
        timelines().forEach(question -> measure(question, POSTS));
        try (var connection = stage.connect()) {
            Speaking.filter(connection);
        }
        measure(home("home, of those with %d filters that hide".formatted(Speaking.FILTERED)), POSTS);
    }

    private void measure(Search question, int posts) {
        var cost = SearchCost.of(question, stage, stage.pid(SuiteService.SOCIAL), stage.port(SuiteService.SOCIAL));
        System.out.printf("%,d %s: p95 %.1f ms, %.0f µs%n", posts, question.title(), cost.p95(), cost.cpuMicros());
        table.add(posts, question, cost);
    }

    /** One post after the other, each when all have heard the one before. */
    private void listen() throws SQLException {
        try (var streams = new Streams(stage, Source.TIMELINES, LISTENERS);
                var connection = stage.connect()) {
            var opening = streams.listen();
            streams.expect(LISTENERS * SAID);
            for (var post = 0; post < SAID; post++) {
                IntStream.range(0, LISTENERS).forEach(streams::records);
                Speaking.say(connection, "heard" + post);
                Waiting.sleep(Duration.ofMillis(1_000 + 37 * post));
            }
            table.heard(LISTENERS, opening, streams.heard());
        }
    }

    private static List<Search> timelines() {
        return List.of(
                home("home"),
                question("local", 60, random -> asReader(random, "/api/social/timelines/local")),
                question(
                        "somebody's posts",
                        60,
                        random -> Call.to("/api/social/actors/person%d/statuses".formatted(anybody(random)))));
    }

    private static Search home(String title) {
        return question(title, 60, random -> asReader(random, "/api/social/timelines/home"));
    }

    private static List<Search> others() {
        return List.of(
                question("public", 60, random -> Call.to("/api/social/statuses")),
                question("hashtag", 60, random -> Call.to("/api/social/tags/tag%d/statuses".formatted(tag(random)))));
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

    private static int anybody(Random random) {
        return random.nextInt(Speaking.ACTORS);
    }

    private static int tag(Random random) {
        return random.nextInt(Speaking.TAGS);
    }
}
