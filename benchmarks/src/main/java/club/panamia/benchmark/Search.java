package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Something that people ask the directory over and over, each time with other words or at another place.
 *
 * @param barMillis the bar for the 95th percentile; 0 where none holds
 * @param perSecond how often it is asked while latency is measured
 */
record Search(String title, int barMillis, int perSecond, List<Call> calls) {

    private static final int CALLS = 10_000;
    private static final List<String> CATEGORIES = List.of("products", "services", "food", "music", "tech");
    private static final List<String> COUNTIES = List.of("miami_dade", "broward");

    static List<Search> all() {
        return List.of(
                new Search("words, category and county, by relevance", 50, 20, calls(random -> filtered("", random))),
                new Search("within 5 to 25 miles, by distance", 50, 20, calls(Search::around)),
                new Search(
                        "counts of words, category and county", 0, 20, calls(random -> filtered("/facets", random))));
    }

    /** Mostly a trade, sometimes a name with a slip of the finger or a word that stands in every tenth profile. */
    private static String filtered(String path, Random random) {
        var words = switch (random.nextInt(10)) {
            case 0 -> mistyped(random);
            case 1 -> pick(List.of("family", "hand", "familia", "market"), random);
            default ->
                Vocabulary.TRADES.get((int) (random.nextDouble() * random.nextDouble() * Vocabulary.TRADES.size()));
        };
        return "/api/directory%s?q=%s&category=%s&county=%s"
                .formatted(
                        path,
                        URLEncoder.encode(words, StandardCharsets.UTF_8),
                        pick(CATEGORIES, random),
                        pick(COUNTIES, random));
    }

    private static String mistyped(Random random) {
        var name = pick(Vocabulary.FIRST_NAMES, random);
        return name + " " + pick(List.of("maridelso", "richelosan", "carmenta", "luvidel", "bopequi"), random);
    }

    private static String around(Random random) {
        return String.format(
                Locale.ROOT,
                "/api/directory?lat=%.4f&lng=%.4f&radius=%s",
                25.6 + random.nextDouble() * 0.9,
                -80.35 + random.nextDouble() * 0.25,
                pick(List.of("5", "10", "25"), random));
    }

    /** Each from an address of its own: nobody asks more often than one may. */
    private static List<Call> calls(Function<Random, String> path) {
        var random = new Random(7);
        return IntStream.range(0, CALLS)
                .mapToObj(i ->
                        Call.to(path.apply(random)).with("X-Forwarded-For", "10.1.%d.%d".formatted(i / 250, i % 250)))
                .toList();
    }

    private static String pick(List<String> words, Random random) {
        return words.get(random.nextInt(words.size()));
    }
}
