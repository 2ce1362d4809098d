package club.panamia.schema;

/** A migration without fault, from which tests take or to which they add one. */
final class MigrationText {

    static final String GOOD = """
            -- Purpose: people have a city
            -- Ticket: PANA-12
            -- Reversible: Yes
            --
            -- Rollback:
            --   DROP TABLE cities;

            CREATE TABLE cities (name text);
            """;

    static final String CONCURRENT = """
            -- Purpose: cities are found by name
            -- Ticket: N/A (speed)
            -- Reversible: Yes
            -- Transaction: none
            -- Rollback:
            --   DROP INDEX CONCURRENTLY cities_name_idx;

            DROP INDEX CONCURRENTLY IF EXISTS cities_name_idx;
            CREATE UNIQUE INDEX CONCURRENTLY cities_name_idx ON cities (name);
            """;

    private MigrationText() {}
}
