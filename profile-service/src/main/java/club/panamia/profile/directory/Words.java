package club.panamia.profile.directory;

import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What was typed, as conditions and as an order. It stands in a SELECT of its own wherever it is used: so it is read once, and
 * not again for every row. The filters that the index of words knows, too, are asked of it together with the words.
 *
 * @param sought the words, as a question to a profile's texts
 * @param nearly who is called so or nearly so, as a set of ids
 */
record Words(String typed, String sought, String nearly) {

    /** All the words stand in the texts, exactly so; the quote that closes an unfinished last one becomes {@code :*}. */
    private static final String EXACTLY =
            "regexp_replace(websearch_to_tsquery('simple', internal.fold(%s))::text, '''$', ''':*')::tsquery";

    /** How many of those who have the words are looked at more closely. */
    private static final int MOST = 500;

    private static final String CONDITION = """
               AND (p.search @@ (SELECT %s) OR p.id = ANY (ARRAY(%s)))
            """;

    private static final String RELEVANCE = """
            (1000000 * (ts_rank('{0, 0.2, 0.6, 1}', p.search, (SELECT internal.sought(%1$s)))
                        + similarity(p.folded_name, (SELECT internal.fold(%1$s)))))::int""";

    /** Names come first, so that nobody who is called so drowns among thousands who only mention the word. */
    private static final String RANKED = """
            WITH named AS MATERIALIZED (%1$s)
            SELECT p.id, %2$s AS sort_key, %3$s AS miles
              FROM %4$s
             WHERE true%5$s
             ORDER BY %6$s
             LIMIT %7$d
            """;

    private static final String CANDIDATES = """
            ((SELECT p.id, p.search, p.folded_name, p.address_lat, p.address_lng
                FROM %1$s
               WHERE %2$s AND p.id = ANY (ARRAY(SELECT id FROM named))
               LIMIT %4$d)
             UNION ALL
             (SELECT p.id, p.search, p.folded_name, p.address_lat, p.address_lng
                FROM %1$s
               WHERE %2$s AND p.search @@ (SELECT %3$s) AND p.id NOT IN (SELECT id FROM named)
               LIMIT %4$d)) p""";

    /** {@code value} takes a further value of the statement and returns its place. */
    static Words of(String words, DirectorySearch search, Function<Object, String> value) {
        var typed = value.apply(words);
        var exact = !DirectorySearch.maybeMistyped(words);
        var sought = (exact ? EXACTLY : "internal.sought(%s)").formatted(typed);
        var filters = filters(search);
        return new Words(
                typed,
                filters.isEmpty() ? sought : sought + " && " + value.apply(filters) + "::text::tsquery",
                exact
                        ? "SELECT NULL::text AS id WHERE false"
                        : "SELECT internal.nearly_called(%s) AS id".formatted(typed));
    }

    /** For any order but that by relevance. */
    String condition() {
        return CONDITION.formatted(sought, nearly);
    }

    String relevance() {
        return RELEVANCE.formatted(typed);
    }

    /** The most relevant of those who were found and come after {@code keyset}. */
    String ranked(Found found, String keyset, String order, int rows) {
        var candidates = CANDIDATES.formatted(found.from("profiles p"), found.filters(), sought, MOST);
        return RANKED.formatted(
                nearly,
                relevance(),
                found.miles(),
                found.from(candidates),
                keyset.isEmpty() ? "" : "\n" + keyset,
                order,
                rows);
    }

    private static String filters(DirectorySearch search) {
        var chosen = List.of(
                anyOf("category", Category.VOCABULARY.spellings(search.categories())),
                anyOf("county", County.VOCABULARY.spellings(search.counties())));
        return chosen.stream().filter(any -> !any.isEmpty()).collect(Collectors.joining(" & "));
    }

    private static String anyOf(String kind, List<String> keys) {
        return keys.isEmpty()
                ? ""
                : keys.stream().map(key -> "'%s=%s'".formatted(kind, key)).collect(Collectors.joining(" | ", "(", ")"));
    }
}
