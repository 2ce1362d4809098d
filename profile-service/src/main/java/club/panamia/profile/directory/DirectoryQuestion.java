package club.panamia.profile.directory;

import club.panamia.kernel.page.PageQuery;
import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A search as one statement. It holds only the conditions that were asked for, so that each search gets the plan and the index
 * that fit it, also where the server plans a statement once for all values.
 */
final class DirectoryQuestion {

    private static final String LISTED = """
            SELECT p.id, u.screenname, p.name, internal.fold(p.name) AS sort_name, p.address_locality,
                   p.descriptions ->> 'fiveWords' AS five_words, p.descriptions ->> 'details' AS details,
                   p.descriptions ->> 'tags' AS tags, p.categories, p.counties
              FROM profiles p
              LEFT JOIN users u ON u.id = p.user_id
             WHERE p.active AND u.locked_at IS NULL
            """;

    /** All the words stand in the texts, the last one perhaps unfinished: the quote that closes it becomes {@code :*}. */
    private static final String EXACT_WORDS = """
               AND p.search @@ regexp_replace(websearch_to_tsquery('simple', internal.fold(:1))::text, '''$', ''':*')::tsquery
            """;

    /** The same, or they are nearly the name or a word of it. */
    private static final String WORDS = """
               AND (p.search @@ regexp_replace(websearch_to_tsquery('simple', internal.fold(:1))::text, '''$', ''':*')::tsquery
                    OR internal.fold(p.name) % internal.fold(:1)
                    OR internal.fold(:1) <<% internal.fold(p.name))
            """;

    private static final String CATEGORY = "   AND p.categories @> ANY (:1::jsonb[])\n";
    private static final String COUNTY = "   AND p.counties @> :1::jsonb\n";
    private static final String AFTER = "   AND (%s, p.id) > (:1, :2)\n";
    private static final String ORDER = " ORDER BY %s, p.id\n LIMIT :1\n";

    private static final String NAME = "internal.fold(p.name)";

    /**
     * Sorts the same and has no index. Words are rare, and a page is short: with the index of names at hand the planner would
     * rather read the names in their order and look for the words in each.
     */
    private static final String NAME_OF_FOUND = "internal.fold(p.name) || ''";

    private final StringBuilder sql = new StringBuilder(LISTED);
    private final List<Object> values = new ArrayList<>();

    static DirectoryQuestion of(DirectorySearch search, PageQuery page) {
        var question = new DirectoryQuestion();
        var sortName = search.words().isPresent() ? NAME_OF_FOUND : NAME;
        search.words()
                .ifPresent(words -> question.add(DirectorySearch.maybeMistyped(words) ? WORDS : EXACT_WORDS, words));
        search.category().ifPresent(category -> question.add(CATEGORY, (Object) documents(category)));
        search.county()
                .flatMap(County.VOCABULARY::find)
                .ifPresent(county -> question.add(COUNTY, document(county.key())));
        page.after(2).ifPresent(end -> question.add(AFTER.formatted(sortName), end.text(0), end.text(1)));
        question.add(ORDER.formatted(sortName), page.rows());
        return question;
    }

    String sql() {
        return sql.toString();
    }

    Tuple values() {
        return Tuple.from(values);
    }

    /** {@code :1} is the first of these values, whatever number it has in the whole statement. */
    private void add(String fragment, Object... more) {
        var numbered = fragment;
        for (var i = 0; i < more.length; i++) {
            values.add(more[i]);
            numbered = numbered.replace(":" + (i + 1), "$" + values.size());
        }
        sql.append(numbered);
    }

    /** One per spelling: rows may be older than the vocabulary. */
    private static JsonObject[] documents(String category) {
        return Category.VOCABULARY.spellings(category).stream()
                .map(DirectoryQuestion::document)
                .toArray(JsonObject[]::new);
    }

    private static JsonObject document(String key) {
        return new JsonObject(new HashMap<>(Map.of(key, true)));
    }
}
