package club.panamia.liquibase;

import club.panamia.schema.PostgresUrl;
import java.util.List;

/**
 * Everything in our two schemas, one line each, so that two databases can be compared. Functions without their indentation, which
 * the lines of a rollback do not have.
 */
final class CatalogSnapshot {

    private static final String STRUCTURE = """
            SELECT concat_ws(' ', 'column', c.oid::regclass, attname, format_type(atttypid, atttypmod), attnotnull,
                             attidentity, attgenerated, attcollation::regcollation, pg_get_expr(adbin, adrelid))
              FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid
              LEFT JOIN pg_attrdef d ON (d.adrelid, d.adnum) = (a.attrelid, a.attnum)
             WHERE relnamespace IN (:schemas) AND attnum > 0 AND NOT attisdropped AND relkind IN ('r', 'v', 'm', 'p')
            UNION ALL
            SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, pg_get_constraintdef(oid))
              FROM pg_constraint WHERE connamespace IN (:schemas)
            UNION ALL
            SELECT concat_ws(' ', 'index', pg_get_indexdef(indexrelid), indisvalid)
              FROM pg_index JOIN pg_class c ON c.oid = indexrelid WHERE relnamespace IN (:schemas)
            UNION ALL
            SELECT concat_ws(' ', 'function', regexp_replace(pg_get_functiondef(p.oid), E'\\n +', E'\\n', 'g'))
              FROM pg_proc p WHERE pronamespace IN (:schemas) AND prokind IN ('f', 'p') AND NOT (:of_extension)
            UNION ALL
            SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(t.oid), tgenabled)
              FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE relnamespace IN (:schemas) AND NOT tgisinternal
            UNION ALL
            SELECT concat_ws(' ', 'enum', enumtypid::regtype, enumsortorder, enumlabel)
              FROM pg_enum JOIN pg_type t ON t.oid = enumtypid WHERE typnamespace IN (:schemas)
            UNION ALL
            SELECT concat_ws(' ', relkind, c.oid::regclass, pg_get_viewdef(c.oid))
              FROM pg_class c WHERE relnamespace IN (:schemas) AND relkind IN ('v', 'm', 'S')
            UNION ALL
            SELECT concat_ws(' ', 'extension', extname) FROM pg_extension
            UNION ALL
            SELECT concat_ws(' ', 'comment', c.oid::regclass, objsubid, description)
              FROM pg_description JOIN pg_class c ON c.oid = objoid AND classoid = 'pg_class'::regclass
             WHERE relnamespace IN (:schemas)
            ORDER BY 1""";

    private static final String RIGHTS = """
            SELECT concat_ws(' ', c.oid::regclass, relowner::regrole, acl) FROM pg_class c, unnest(relacl) acl
             WHERE relnamespace IN (:schemas)
            UNION ALL
            SELECT concat_ws(' ', attrelid::regclass, attname, acl)
              FROM pg_class c JOIN pg_attribute ON attrelid = c.oid, unnest(attacl) acl
             WHERE relnamespace IN (:schemas) AND NOT attisdropped
            UNION ALL
            SELECT concat_ws(' ', p.oid::regprocedure, proowner::regrole, acl) FROM pg_proc p, unnest(proacl) acl
             WHERE pronamespace IN (:schemas) AND NOT (:of_extension)
            UNION ALL
            SELECT concat_ws(' ', nspname, acl) FROM pg_namespace n, unnest(nspacl) acl WHERE n.oid IN (:schemas)
            ORDER BY 1""";

    private CatalogSnapshot() {}

    static List<String> structure(PostgresUrl database) {
        return TestServer.query(database, complete(STRUCTURE)).stream()
                // Liquibase's own table appears with the first migration and stays.
                .filter(line -> !line.contains("databasechangelog"))
                .toList();
    }

    /** Who owns what, and who may do what with it. */
    static List<String> rights(PostgresUrl database) {
        return TestServer.query(database, complete(RIGHTS));
    }

    private static String complete(String sql) {
        return sql.replace(":schemas", "'public'::regnamespace, 'internal'::regnamespace")
                .replace(
                        ":of_extension",
                        "EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'e')");
    }
}
