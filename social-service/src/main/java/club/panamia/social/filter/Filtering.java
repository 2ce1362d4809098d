package club.panamia.social.filter;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What filters do to a statement, written once. It begins with {@link club.panamia.social.audience.Audience#viewer} and
 * {@link #FILTERS}; a person without filters pays for one look into an index. A phrase is compared as it stands, without case and
 * accents, with what a post says: its warning, its text, its hashtags, what its files show and what it asks.
 */
public final class Filtering {

    public static final String FILTERS = """
            , filters AS MATERIALIZED (
              SELECT f.id, f.phrase, f.folded, f.pattern, f.action, f.contexts FROM internal.post_filter f
               WHERE f.actor_id = (SELECT id FROM viewer) AND (f.expires_at IS NULL OR f.expires_at > now())
            )
            """;

    private static final String ANY =
            "(SELECT bool_or(f.action = '%s' AND f.contexts && '{%s}') FROM filters f) IS TRUE";

    private static final String TEXT = "internal.post_text(s.id)";

    private static final String SAID = "WITH said AS MATERIALIZED (SELECT %s AS words)";

    private static final String MET = """
            said JOIN filters f ON f.action = '%s' AND f.contexts && '{%s}'
                                     AND strpos(said.words, f.folded) > 0 AND (f.pattern IS NULL OR said.words ~ f.pattern)""";

    private Filtering() {}

    /** The viewer wants to read the post {@code s} here: a condition. */
    public static String wanted(FilterContext here) {
        return wanted(here, TEXT);
    }

    /** @param text what the post says, where that is known already */
    public static String wanted(FilterContext here, String text) {
        return """
                (NOT (%1$s) OR s.actor_id = (SELECT id FROM viewer)
                 OR NOT EXISTS (%2$s
                       SELECT FROM %3$s))""".formatted(
                        ANY.formatted("hide", here.label()), SAID.formatted(text), MET.formatted("hide", here.label()));
    }

    /** A column beside those of a post {@code s}: which filters it meets in any of these places, of those that warn. */
    public static String filtered(FilterContext... here) {
        return filtered(TEXT, here);
    }

    /** @param text what the post says, where that is known already */
    public static String filtered(String text, FilterContext... here) {
        var places = Arrays.stream(here).map(FilterContext::label).collect(Collectors.joining(","));
        return """
                CASE WHEN %1$s AND s.actor_id <> (SELECT id FROM viewer) THEN
                     (%2$s
                       SELECT jsonb_agg(jsonb_build_object('id', f.id, 'phrase', f.phrase) ORDER BY f.id) FROM %3$s) END AS filtered
                """.formatted(ANY.formatted("warn", places), SAID.formatted(text), MET.formatted("warn", places));
    }
}
