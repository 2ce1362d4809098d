package club.panamia.testing.database;

import java.util.List;

/** Where something is written in the database: every column of every table of every schema is looked at. */
public final class Traces {

    private static final String LOOK = """
            SELECT place FROM (
              SELECT concat_ws('.', n.nspname, t.relname, a.attname) AS place,
                     query_to_xml(format('SELECT FROM %I.%I WHERE strpos(lower(%s), lower(%L)) > 0 LIMIT 1', n.nspname, t.relname,
                       CASE WHEN a.atttypid = 'bytea'::regtype THEN format('encode(%I, ''escape'')', a.attname)
                            ELSE format('%I::text', a.attname) END, word), false, true, '')::text AS found
                FROM pg_attribute a JOIN pg_class t ON t.oid = a.attrelid JOIN pg_namespace n ON n.oid = t.relnamespace,
                     (SELECT CAST(? AS text) AS word) asked
               WHERE t.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
                 AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema') looked
             WHERE found LIKE '%<row%'
             ORDER BY place
            """;

    private static final Sql EVERYTHING = new Sql(TestDatabase.get().asAdmin(), null);

    private Traces() {}

    /** The places, as {@code schema.table.column}, that hold the word, in whatever spelling and inside whatever text. */
    public static List<String> of(String word) {
        return EVERYTHING.list(String.class, LOOK, word);
    }
}
