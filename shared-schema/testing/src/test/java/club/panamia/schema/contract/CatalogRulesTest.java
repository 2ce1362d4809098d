package club.panamia.schema.contract;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import org.junit.jupiter.api.Test;

class CatalogRulesTest {

    private final Sql sql = TestDatabase.get().sql();

    /** Else every deletion behind the key reads the whole table. An index on the rows that have a value is enough. */
    @Test
    void hasAnIndexThatBeginsWithEachForeignKey() {
        assertThat(sql.list(String.class, """
                        SELECT k.conrelid::regclass || '.' || a.attname
                        FROM pg_constraint k
                        JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
                        WHERE k.contype = 'f' AND k.connamespace IN ('public'::regnamespace, 'internal'::regnamespace)
                          AND NOT EXISTS (
                            SELECT FROM pg_index i
                            WHERE i.indrelid = k.conrelid AND i.indkey[0] = k.conkey[1] AND i.indisvalid
                              AND (i.indpred IS NULL
                                   OR pg_get_expr(i.indpred, i.indrelid) = format('(%I IS NOT NULL)', a.attname)))""")).isEmpty();
    }

    @Test
    void hasOnlyForeignKeysOfOneColumnThatAreCheckedAtOnce() {
        assertThat(sql.list(String.class, """
                        SELECT conname::text FROM pg_constraint
                        WHERE contype = 'f' AND connamespace IN ('public'::regnamespace, 'internal'::regnamespace)
                          AND (cardinality(conkey) <> 1 OR condeferrable)""")).isEmpty();
    }

    /** The mapper of problems finds its words by these names, and a constraint and an index are one to it. */
    @Test
    void namesEachConstraintAfterItsTableAndItsKind() {
        assertThat(sql.list(String.class, """
                        SELECT conname::text FROM pg_constraint k JOIN pg_class t ON t.oid = k.conrelid
                        WHERE k.connamespace IN ('public'::regnamespace, 'internal'::regnamespace)
                          AND t.relname NOT LIKE 'databasechangelog%'
                          AND conname !~ ('^' || t.relname || CASE contype WHEN 'p' THEN '_pkey$' WHEN 'f' THEN '_[a-z_]+_fkey$'
                                          WHEN 'u' THEN '(_[a-z_]+)?_key$' WHEN 'x' THEN '_[a-z_]+_excl$' ELSE '_[a-z0-9_]+_check$' END)""")).isEmpty();
    }

    @Test
    void namesEachIndexAfterItsTableAndItsKind() {
        assertThat(sql.list(String.class, """
                        SELECT i.relname::text FROM pg_index x
                        JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
                        WHERE t.relnamespace IN ('public'::regnamespace, 'internal'::regnamespace)
                          AND t.relname NOT LIKE 'databasechangelog%'
                          AND i.relname !~ ('^' || t.relname || CASE WHEN x.indisprimary THEN '_pkey$'
                                            WHEN x.indisunique THEN '(_[a-z_]+)?_key$'
                                            WHEN x.indisexclusion THEN '_[a-z_]+_excl$' ELSE '_[a-z_]+_idx$' END)""")).isEmpty();
    }
}
