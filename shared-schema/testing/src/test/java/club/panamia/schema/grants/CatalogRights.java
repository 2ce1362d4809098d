package club.panamia.schema.grants;

import club.panamia.testing.database.Sql;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What PostgreSQL says about our tables and who may do what with them, memberships included. */
final class CatalogRights {

    private static final String TABLES = """
            SELECT oid, oid::regclass::text AS name FROM pg_class
            WHERE relnamespace IN ('public'::regnamespace, 'internal'::regnamespace) AND relkind IN ('r', 'p', 'v', 'm', 'f')""";

    private CatalogRights() {}

    static Map<String, List<String>> columnsOfTable(Sql sql) {
        return sql.rows("""
                SELECT t.name, string_agg(a.attname, ',' ORDER BY a.attnum) AS columns
                FROM (%s) t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
                GROUP BY 1""".formatted(TABLES)).stream()
                .collect(Collectors.toMap(
                        row -> (String) row.get("name"), row -> List.of(((String) row.get("columns")).split(","))));
    }

    static Set<Right> read(Sql sql) {
        return sql.rows("""
                WITH asked AS (
                  SELECT r.role, t.oid, t.name, v.verb, has_table_privilege(r.role, t.oid, v.verb) AS whole
                  FROM unnest(string_to_array(?, ',')) r (role), (%s) t,
                       unnest('{SELECT,INSERT,UPDATE,DELETE,TRUNCATE,REFERENCES,TRIGGER}'::text[]) v (verb))
                SELECT role, name, verb, '*' AS "column" FROM asked WHERE whole
                UNION ALL
                SELECT role, name, verb, a.attname
                FROM asked JOIN pg_attribute a ON a.attrelid = oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE NOT whole AND verb IN ('SELECT', 'INSERT', 'UPDATE', 'REFERENCES')
                  AND has_column_privilege(role, oid, a.attnum, verb)""".formatted(TABLES), String.join(",", Role.all(sql))).stream()
                .map(row ->
                        new Right((String) row.get("role"), (String) row.get("name"), (String) row.get("verb"), (String)
                                row.get("column")))
                .collect(Collectors.toSet());
    }
}
