package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Something that readers ask of articles over and over.
 *
 * @param barMicros the bar for CPU per request; 0 where none holds
 * @param barPercent the bar for it in hundredths of the peer's; 0 where none holds
 */
record ArticleQuestion(Search search, int barMicros, int barPercent, boolean isForThePeer) {

    private static final int CALLS = 10_000;
    private static final int NOT_MODIFIED = 304;
    private static final List<String> TYPES = List.of("business_update", "community_commentary");

    static List<ArticleQuestion> all(String tagOfTheFeed) {
        var unchanged =
                Call.to("/feeds/json").with("If-None-Match", tagOfTheFeed).expecting(NOT_MODIFIED);
        return List.of(
                shared("list, by tag and type", 50, 0, ArticleQuestion::list),
                new ArticleQuestion(
                        new Search("search, words of two languages", 50, 20, calls(ArticleQuestion::words)),
                        0,
                        0,
                        true),
                shared("an author's articles", 50, 0, random -> "/api/articles?author=" + writer(random)),
                new ArticleQuestion(
                        new Search(
                                "an author's feed (Atom)",
                                50,
                                20,
                                calls(random -> "/feeds/atom/author/" + writer(random))),
                        0,
                        0,
                        false),
                new ArticleQuestion(new Search("the feed, unchanged (304)", 0, 100, List.of(unchanged)), 60, 0, false),
                shared(
                        "reading one by its slug",
                        0,
                        50,
                        random -> "/api/articles/article-" + random.nextInt(Writing.READABLE)));
    }

    private static ArticleQuestion shared(String title, int barMillis, int barPercent, Function<Random, String> path) {
        return new ArticleQuestion(new Search(title, barMillis, 100, calls(path)), 0, barPercent, true);
    }

    private static String list(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> "/api/articles";
            case 1 -> "/api/articles?type=" + TYPES.get(random.nextInt(TYPES.size()));
            case 2 -> "/api/articles?tag=" + trade(random);
            default -> "/api/articles?type=%s&tag=%s".formatted(TYPES.get(random.nextInt(TYPES.size())), trade(random));
        };
    }

    private static String words(Random random) {
        var words = random.nextInt(3) == 0 ? trade(random) + " " + trade(random) : trade(random);
        return "/api/articles/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }

    /** Mostly one of the first. */
    private static String trade(Random random) {
        return Vocabulary.TRADES.get((int) (random.nextDouble() * random.nextDouble() * Vocabulary.TRADES.size()));
    }

    private static String writer(Random random) {
        return "writer" + random.nextInt(Writing.WRITERS);
    }

    private static List<Call> calls(Function<Random, String> path) {
        var random = new Random(7);
        return IntStream.range(0, CALLS)
                .mapToObj(i -> Call.to(path.apply(random)))
                .toList();
    }
}
