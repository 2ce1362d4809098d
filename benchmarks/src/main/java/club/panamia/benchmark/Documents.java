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
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/** What other servers cost who ask again for what they have, each for another one or many for the same ones. */
final class Documents {

    static final String NAME = "documents";

    private static final int POSTS = 200_000;
    private static final int CALLS = 10_000;
    private static final int PER_SECOND = 50;
    private static final int NOT_MODIFIED = 304;
    private static final int MUCH_ASKED_FOR = 200;

    private Documents() {}

    static void measure(Path root) throws SQLException {
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-documents"));
            try (var connection = stage.connect()) {
                Speaking.people(connection);
                Speaking.grow(connection, 0, POSTS);
            }
            stage.start(Set.of(SuiteService.SOCIAL), Way.DIRECT);
            var table = new TimelinesTable("ActivityPub documents that have not changed (304)", PER_SECOND);
            for (var question : questions()) {
                var cost =
                        SearchCost.of(question, stage, stage.pid(SuiteService.SOCIAL), stage.port(SuiteService.SOCIAL));
                System.out.printf("%s: p95 %.1f ms, %.0f µs%n", question.title(), cost.p95(), cost.cpuMicros());
                table.add(POSTS, question, cost);
            }
            System.out.print(table.text());
            new Results(root).replace(NAME, table.text() + "\n" + Results.machine() + "\n");
        }
    }

    private static List<Search> questions() {
        return List.of(
                unchanged("an actor's, of 20,000", "/ap/actors/a", random -> random.nextInt(Speaking.ACTORS)),
                unchanged("an actor's, of 200", "/ap/actors/a", random -> random.nextInt(MUCH_ASKED_FOR)),
                unchanged("a post's, of 20,000", "/ap/statuses/s", random -> readable(random, POSTS)),
                unchanged("a post's, of 200", "/ap/statuses/s", random -> readable(random, 10 * MUCH_ASKED_FOR)));
    }

    private static Search unchanged(String title, String path, ToIntFunction<Random> number) {
        var random = new Random(7);
        return new Search(
                title,
                0,
                PER_SECOND,
                IntStream.range(0, CALLS)
                        .mapToObj(i -> unchanged(path, number.applyAsInt(random)))
                        .toList());
    }

    private static Call unchanged(String path, int number) {
        return Call.to(path + "%023d".formatted(number))
                .with("If-None-Match", "*")
                .expecting(NOT_MODIFIED);
    }

    /** The first of every ten posts is for everybody. */
    private static int readable(Random random, int size) {
        return random.nextInt(size / 10) * 10;
    }
}
