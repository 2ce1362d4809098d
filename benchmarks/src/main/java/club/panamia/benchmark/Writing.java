package club.panamia.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** Generated articles of generated people, the same ones every time; nine in ten are published, most by two people. */
final class Writing {

    static final int WRITERS = 5_000;

    /** So many of the first ones are published, every one. */
    static final int READABLE = 10_000;

    private static final String PEOPLE = """
        INSERT INTO users (id, email, email_verified, email_proven_at, screenname, name)
        SELECT 'w' || lpad(n::text, 23, '0'), 'w' || n || '@example.org', now(), now(), 'writer' || n, 'Writer ' || n
          FROM generate_series(0, %d - 1) n
        """;

    /** About three kilobytes of Markdown each. */
    private static final String ARTICLES = """
        INSERT INTO articles (slug, title, excerpt, content, article_type, language, tags, author_id, co_authors, status,
                              published_at, reading_time)
        SELECT 'article-' || n, concat_ws(' ', initcap(trade), 'and', second, 'in', said[1 + pg_temp.chance(n, 1, cardinality(said))]),
               concat_ws(' ', 'On', trade || ',', second, 'and', third),
               (SELECT string_agg('## ' || initcap(t) || E'\\n\\nThe *' || trade || '* of **' || second || '** is [here](https://example.org/'
                                  || i || E').\\n\\n- ' || s1 || E'\\n- ' || s2 || E'\\n\\n' || s1 || ' ' || s2 || ' ' || s1, E'\\n\\n')
                  FROM (SELECT i, (ARRAY[trade, second, third])[1 + i %% 3] AS t,
                               sentences[1 + pg_temp.chance(n, 60 + i, cardinality(sentences))] AS s1,
                               sentences[1 + pg_temp.chance(n, 90 + i, cardinality(sentences))] AS s2
                          FROM generate_series(1, 10) i) sections),
               (ARRAY['business_update', 'community_commentary'])[1 + pg_temp.chance(n, 2, 2)]::article_type,
               (ARRAY['en', 'es'])[1 + pg_temp.chance(n, 3, 2)],
               ARRAY(SELECT DISTINCT unnest(ARRAY[trade, second, third])),
               'w' || lpad(pg_temp.chance(n, 4, %2$d)::text, 23, '0'),
               jsonb_build_array(jsonb_build_object('userId', 'w' || lpad(pg_temp.chance(n, 5, %2$d)::text, 23, '0'),
                                                    'status', 'accepted')),
               (CASE WHEN n >= %3$d AND pg_temp.chance(n, 6, 10) = 0 THEN 'draft' ELSE 'published' END)::article_status,
               now() - n * interval '11 minutes', 3
          FROM (SELECT n, w.*,
                       trades[1 + pg_temp.few(n, 20, cardinality(trades))] AS trade,
                       trades[1 + pg_temp.few(n, 21, cardinality(trades))] AS second,
                       trades[1 + pg_temp.few(n, 22, cardinality(trades))] AS third
                  FROM generate_series(0, %1$d - 1) n CROSS JOIN (SELECT %4$s) w) a
        """;

    private Writing() {}

    static void seed(Connection connection, int articles) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(Neighbours.CHANCE);
            statement.execute(PEOPLE.formatted(WRITERS));
            statement.execute(ARTICLES.formatted(articles, WRITERS, READABLE, Vocabulary.arrays()));
            statement.execute("VACUUM ANALYZE users");
            statement.execute("VACUUM ANALYZE articles");
        }
    }
}
