package club.panamia.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Generated people of South Florida with a profile each, the same ones every time: trades, towns and words as unevenly spread as
 * in life, a third of the addresses shown to everybody.
 */
final class Neighbours {

    /** The {@code salt}th number of person {@code n}, from 0 to {@code most} - 1; {@code few} prefers the small ones. */
    static final String CHANCE = """
            CREATE OR REPLACE FUNCTION pg_temp.chance(n int, salt int, most int) RETURNS int LANGUAGE sql IMMUTABLE
              RETURN abs(hashint4extended(n, salt) % most)::int;
            CREATE OR REPLACE FUNCTION pg_temp.few(n int, salt int, most int) RETURNS int LANGUAGE sql IMMUTABLE
              RETURN abs(hashint4extended(n, salt) % most)::int * (abs(hashint4extended(n, salt + 500) % 1000)::int) / 1000;
            """;

    private static final String USERS = """
            INSERT INTO users (id, email, email_verified, email_proven_at, screenname, name)
            SELECT 'n' || lpad(n::text, 23, '0'), 'n' || n || '@example.org', now(), now(), 'neighbour' || n, 'Neighbour ' || n
              FROM generate_series(%d, %d) n
            """;

    private static final String PROFILES = """
            INSERT INTO profiles (user_id, email, name, status, active, reviewed_at, created_at, descriptions, categories, counties,
                                  audience, address_lat, address_lng, address_postal_code, address_locality, mentoring, verification)
            SELECT 'n' || lpad(n::text, 23, '0'), 'n' || n || '@example.org',
                   concat_ws(' ', first[1 + pg_temp.chance(n, 1, cardinality(first))], surname,
                             CASE WHEN pg_temp.chance(n, 2, 3) = 0 THEN initcap(trade) END),
                   'approved', true, now(), now() - n * interval '7 minutes',
                   jsonb_build_object(
                     'fiveWords', concat_ws(' ', trade, said[1 + pg_temp.chance(n, 3, cardinality(said))]),
                     'tags', concat_ws(', ', trade, second, third),
                     'details', concat_ws(' ', 'We make', trade, 'and', second, 'in', town || '.',
                       sentences[1 + pg_temp.chance(n, 4, cardinality(sentences))],
                       sentences[1 + pg_temp.chance(n, 5, cardinality(sentences))], 'Ask for', product || '.'),
                     'background', concat_ws(' ', surname, 'learned', third, 'from', first[1 + pg_temp.chance(n, 6, cardinality(first))] || '.',
                       sentences[1 + pg_temp.chance(n, 7, cardinality(sentences))])),
                   jsonb_build_object(categories[1 + pg_temp.few(n, 8, cardinality(categories))], true),
                   jsonb_build_object(county, true),
                   jsonb_build_object('address', (ARRAY['public', 'members', 'me'])[1 + pg_temp.chance(n, 9, 3)]),
                   (lat + pg_temp.chance(n, 10, 10000) * 0.00001 - 0.05)::numeric(10, 7),
                   (lng + pg_temp.chance(n, 11, 10000) * 0.00001 - 0.05)::numeric(10, 7),
                   zip || pg_temp.chance(n, 12, 10), town,
                   CASE WHEN pg_temp.chance(n, 13, 12) = 0 THEN jsonb_build_object('enabled', true,
                     'languages', jsonb_build_array((ARRAY['es', 'en', 'ht', 'pt'])[1 + pg_temp.few(n, 14, 4)]),
                     'expertise', jsonb_build_array(initcap(trade))) END,
                   CASE WHEN pg_temp.chance(n, 15, 20) = 0 THEN '{"panaVerified": true}'::jsonb ELSE '{}' END
              FROM (SELECT n, w.*, t.*,
                           trades[1 + pg_temp.few(n, 20, cardinality(trades))] AS trade,
                           trades[1 + pg_temp.few(n, 21, cardinality(trades))] AS second,
                           trades[1 + pg_temp.few(n, 22, cardinality(trades))] AS third,
                           initcap(%3$s) AS surname, initcap(%4$s) AS product
                      FROM generate_series(%1$d, %2$d) n
                     CROSS JOIN (SELECT %5$s) w
                      JOIN (VALUES %6$s) t (place, town, county, lat, lng, zip) ON place = pg_temp.few(n, 23, 12)) p
            """;

    private Neighbours() {}

    /** Those with the numbers from {@code from} until {@code until}, in tables as an idle hour leaves them. */
    static void grow(Connection connection, int from, int until) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(CHANCE);
            statement.execute(USERS.formatted(from + 1, until));
            statement.execute(PROFILES.formatted(
                    from + 1,
                    until,
                    Vocabulary.word("n", 30, 3),
                    Vocabulary.word("n", 40, 2),
                    Vocabulary.arrays(),
                    Vocabulary.TOWNS));
            statement.execute("VACUUM ANALYZE users");
            statement.execute("VACUUM ANALYZE profiles");
            statement.execute("CHECKPOINT");
        }
    }
}
