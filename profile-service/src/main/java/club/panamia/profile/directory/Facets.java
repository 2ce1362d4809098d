package club.panamia.profile.directory;

import club.panamia.profile.section.Category;
import club.panamia.profile.section.County;
import club.panamia.profile.section.Viewer;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How many of those who were found have what. */
@Schema(description = "How many of those who were found have what")
record Facets(
        @Schema(required = true, description = "How many were found; 10000 where there are more")
        int total,

        @Schema(required = true, description = "Whether the counts are of a sample of 10000 because there are more")
        boolean sampled,

        @Schema(required = true) List<Count> categories,
        @Schema(required = true) List<Count> counties,

        @Schema(required = true, description = "The twenty that stand most often")
        List<Count> localities,

        @Schema(required = true) List<Count> languages,
        @Schema(required = true) int mentors) {

    /** One value and how often it stands. */
    record Count(
            @Schema(required = true) String value,
            @Schema(required = true) int count) {}

    private static final int MOST = 10_000;

    /** Chosen by an order that has nothing to do with anybody, so that a part stands for the whole. */
    private static final String SQL = """
            WITH found AS MATERIALIZED (
              SELECT p.id, p.categories, p.counties, p.address_locality, p.mentoring
                FROM %s
               WHERE %s
               ORDER BY %s, p.id
               LIMIT %s)
            SELECT 'total' AS facet, '' AS value, count(*)::int AS count FROM found
            UNION ALL
            SELECT 'mentors', '', count(*)::int FROM found WHERE mentoring @> '{"enabled": true}'
            UNION ALL
            SELECT 'category', w.word, count(DISTINCT f.id)::int
              FROM found f, jsonb_each(f.categories) c, unnest(%s::text[], %s::text[]) w (spelling, word)
             WHERE c.value = 'true' AND w.spelling = c.key
             GROUP BY w.word
            UNION ALL
            SELECT 'county', c.key, count(*)::int FROM found f, jsonb_each(f.counties) c WHERE c.value = 'true' GROUP BY c.key
            UNION ALL
            SELECT 'language', mode() WITHIN GROUP (ORDER BY l #>> '{}'), count(*)::int
              FROM found f, jsonb_path_query(f.mentoring, '$.languages[*] ? (@.type() == "string")') l
             WHERE f.mentoring @> '{"enabled": true}'
             GROUP BY internal.fold(l #>> '{}')
            UNION ALL
            (SELECT 'locality', mode() WITHIN GROUP (ORDER BY f.address_locality), count(*)::int AS often
               FROM found f
              WHERE f.address_locality IS NOT NULL
              GROUP BY internal.fold(f.address_locality)
              ORDER BY often DESC, 2
              LIMIT 20)
            """;

    /** The statement and its values. */
    record Question(String sql, Tuple values) {}

    static Question about(DirectorySearch search, Viewer viewer) {
        var found = Found.by(search, viewer);
        var spellings = List.copyOf(Category.VOCABULARY.bySpelling().entrySet());
        var known = spellings.stream().map(Map.Entry::getKey).toArray(String[]::new);
        var words =
                spellings.stream().map(spelling -> spelling.getValue().key()).toArray(String[]::new);
        var sql = SQL.formatted(
                found.from("profiles p"),
                found.where(),
                found.few() ? "(md5(p.id) || '')" : "md5(p.id)",
                found.value(MOST + 1),
                found.value(known),
                found.value(words));
        return new Question(sql, found.values());
    }

    static Facets of(Iterable<Row> rows) {
        var counted =
                StreamSupport.stream(rows.spliterator(), false).map(Counted::of).toList();
        var total = only(counted, "total");
        return new Facets(
                Math.min(total, MOST),
                total > MOST,
                all(counted, "category"),
                all(counted, "county").stream()
                        .filter(county -> County.VOCABULARY.find(county.value()).isPresent())
                        .toList(),
                all(counted, "locality"),
                all(counted, "language"),
                only(counted, "mentors"));
    }

    private static int only(List<Counted> counted, String facet) {
        return all(counted, facet).getFirst().count();
    }

    /** What stands most often first. */
    private static List<Count> all(List<Counted> counted, String facet) {
        return counted.stream()
                .filter(one -> one.facet().equals(facet))
                .map(Counted::count)
                .sorted(Comparator.comparingInt(Count::count).reversed().thenComparing(Count::value))
                .toList();
    }

    private record Counted(String facet, Count count) {
        static Counted of(Row row) {
            return new Counted(row.getString("facet"), new Count(row.getString("value"), row.getInteger("count")));
        }
    }
}
