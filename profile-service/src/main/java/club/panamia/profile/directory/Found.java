package club.panamia.profile.directory;

import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Typed;
import club.panamia.profile.section.Viewer;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Who answers to a search: the conditions that were asked for and no others, so that each search gets the plan and the index
 * that fit it, also where the server plans a statement once for all values. Words match what everybody sees; a place matches
 * only those who show theirs to such a viewer.
 */
final class Found {

    private static final String LISTED = """
            p.active
               AND NOT EXISTS (SELECT FROM users l WHERE l.id = p.user_id AND l.locked_at IS NOT NULL)
            """;

    private static final String CATEGORY = "   AND p.categories @> ANY (:1::jsonb[])\n";
    private static final String COUNTY = "   AND p.counties @> ANY (:1::jsonb[])\n";
    private static final String LOCALITY = "   AND internal.fold(p.address_locality) = internal.fold(:1)\n";
    private static final String MENTORS = "   AND p.mentoring @> '{\"enabled\": true}'\n";
    private static final String LANGUAGE =
            "   AND internal.mentoring_terms(p.mentoring) @> ARRAY['language ' || internal.fold(:1)]\n";
    private static final String EXPERTISE =
            "   AND internal.mentoring_terms(p.mentoring) @> ARRAY['expertise ' || internal.fold(:1)]\n";
    private static final String VERIFIED = "   AND p.verification @> '{\"panaVerified\": true}'\n";

    private static final String POINT = "(SELECT :1::float8 AS lat, :2::float8 AS lng) o";

    /** The middle of those whose place such a viewer sees anyway. */
    private static final String ZIP = """
            (SELECT avg(p.address_lat)::float8 AS lat, avg(p.address_lng)::float8 AS lng
               FROM profiles p
              WHERE %s AND %s AND p.address_postal_code = :1) o""";

    private static final String WITHIN = """
               AND %s
               AND point(p.address_lng::float8, p.address_lat::float8) <@ internal.box_around(o.lat, o.lng, :1::float8)
               AND internal.miles(p.address_lat::float8, p.address_lng::float8, o.lat, o.lng) <= :1::float8
            """;

    private static final String MILES = "internal.miles(p.address_lat::float8, p.address_lng::float8, o.lat, o.lng)";

    /**
     * How far the last one of a page is: no farther than the farthest of as many who are near on a flat map, which the index
     * lists in that order. Known before anybody else is looked at, and not once for each of them.
     */
    private static final String REACH = """
            WITH reach AS MATERIALIZED (
              SELECT CASE WHEN count(*) = %1$d THEN max(n.miles) ELSE %2$s::float8 END AS miles
                FROM %3$s
               CROSS JOIN LATERAL (
                SELECT %4$s AS miles FROM profiles p WHERE %5$s
                 ORDER BY point(p.address_lng::float8, p.address_lat::float8) <-> point(o.lng, o.lat)
                 LIMIT %1$d) n)
            """;

    private static final String WITHIN_REACH = """
               AND point(p.address_lng::float8, p.address_lat::float8)
                   <@ internal.box_around(o.lat, o.lng, (SELECT miles FROM reach))
               AND internal.miles(p.address_lat::float8, p.address_lng::float8, o.lat, o.lng) <= (SELECT miles FROM reach)
            """;

    private final List<Object> values = new ArrayList<>();
    private final StringBuilder filters = new StringBuilder(LISTED);
    private final DirectorySearch search;
    private Optional<Words> words = Optional.empty();
    private String middle = "";

    private Found(DirectorySearch search) {
        this.search = search;
    }

    static Found by(DirectorySearch search, Viewer viewer) {
        var found = new Found(search);
        found.words = search.words().map(words -> Words.of(words, search, found::value));
        if (!search.categories().isEmpty()) {
            found.and(CATEGORY, (Object) chosen(Category.VOCABULARY.spellings(search.categories())));
        }
        if (!search.counties().isEmpty()) {
            found.and(COUNTY, (Object) chosen(County.VOCABULARY.spellings(search.counties())));
        }
        var locality = Typed.text(search.locality);
        if (locality != null) {
            found.and(LOCALITY, locality);
        }
        found.andOffer(search);
        found.andPlace(search, viewer);
        return found;
    }

    /** Those for whom the community vouches. */
    static Found verified() {
        var found = new Found(new DirectorySearch());
        found.and(VERIFIED);
        return found;
    }

    /** These people, the profile as {@code p}, and the place that was asked for. */
    String from(String people) {
        return middle.isEmpty() ? people : people + " CROSS JOIN " + middle;
    }

    String where() {
        return filters + words.map(Words::condition).orElse("");
    }

    /** All but the words. */
    String filters() {
        return filters.toString();
    }

    Words words() {
        return words.orElseThrow();
    }

    /** Also: after these, and no farther than a page needs to look. Returns what stands before the statement. */
    String nearest(String after, int rows) {
        filters.append(after);
        if (!isDense()) {
            return "";
        }
        var reach = REACH.formatted(rows, value(Double.valueOf(search.radius)), middle, MILES, filters);
        filters.append(WITHIN_REACH);
        return reach;
    }

    /** Whether one need not go far to find somebody who answers to the search. */
    private boolean isDense() {
        return words.isEmpty()
                && Typed.text(search.locality) == null
                && Typed.text(search.language) == null
                && Typed.text(search.expertise) == null;
    }

    /** How far from the place that was asked for; NULL where none was. */
    String miles() {
        return search.around() ? MILES : "NULL::float8";
    }

    /**
     * Whether few are found, as far as one can know. Then a page is cut out of all of them: with an index of the order at hand
     * the planner would rather read everybody in that order and look at each.
     */
    boolean few() {
        return words.isPresent() || search.around();
    }

    /** A further value; returns its number as the statement spells it. */
    String value(Object value) {
        values.add(value);
        return "$" + values.size();
    }

    Tuple values() {
        return Tuple.from(values);
    }

    private void andOffer(DirectorySearch search) {
        var language = Typed.text(search.language);
        var expertise = Typed.text(search.expertise);
        if (search.mentors || language != null || expertise != null) {
            and(MENTORS);
        }
        if (language != null) {
            and(LANGUAGE, language);
        }
        if (expertise != null) {
            and(EXPERTISE, expertise);
        }
    }

    private void andPlace(DirectorySearch search, Viewer viewer) {
        var shown = shownTo(viewer);
        var lat = search.lat;
        var lng = search.lng;
        var zip = search.zip;
        if (lat != null && lng != null) {
            middle = numbered(POINT, Double.valueOf(lat), Double.valueOf(lng));
        } else if (zip != null) {
            middle = numbered(ZIP.formatted(LISTED, shown), zip);
        } else {
            return;
        }
        and(WITHIN.formatted(shown), Double.valueOf(search.radius));
    }

    /** In the very words of the two indexes of places. */
    private static String shownTo(Viewer viewer) {
        return switch (viewer) {
            case PUBLIC -> "p.audience ->> 'address' = 'public'";
            case MEMBER -> "p.audience ->> 'address' IN ('public', 'members')";
        };
    }

    private void and(String fragment, Object... more) {
        filters.append(numbered(fragment, more));
    }

    /** {@code :1} is the first of these values, whatever number it has in the whole statement. */
    private String numbered(String fragment, Object... more) {
        var numbered = fragment;
        for (var i = 0; i < more.length; i++) {
            numbered = numbered.replace(":" + (i + 1), value(more[i]));
        }
        return numbered;
    }

    private static JsonObject[] chosen(List<String> keys) {
        return keys.stream().map(key -> new JsonObject().put(key, true)).toArray(JsonObject[]::new);
    }
}
