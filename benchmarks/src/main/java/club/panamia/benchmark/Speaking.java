package club.panamia.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** Generated people who speak to each other, the same ones every time. Every hundredth of them reads a lot, and follows 500. */
final class Speaking {

    static final int ACTORS = 20_000;

    /** Who reads: one in so many. */
    static final int READS = 100;

    static final int TAGS = 200;

    /** How many filters somebody has who has some. */
    static final int FILTERED = 20;

    private static final int FOLLOWED = 500;

    private static final String PROFILES = """
            INSERT INTO profiles (id, user_id, email, name, status, active, submitted_at, reviewed_at)
            SELECT 'f' || lpad(i::text, 23, '0'), 'u' || lpad(i::text, 23, '0'), 'p' || i || '@example.org', 'Person ' || i, 'approved',
                   true, now(), now()
              FROM generate_series(0, %d - 1) i
            """;

    private static final String SPEAKERS = """
            INSERT INTO social_actors (id, username, domain, profile_id, uri, inbox_url, outbox_url, followers_url, following_url,
                                       public_key, name)
            SELECT 'a' || lpad(i::text, 23, '0'), 'person' || i, 'localhost', 'f' || lpad(i::text, 23, '0'), b, b || '/inbox',
                   b || '/outbox', b || '/followers', b || '/following', repeat('k', 450), 'Person ' || i
              FROM generate_series(0, %d - 1) i, LATERAL (SELECT 'https://localhost/ap/actors/' || i AS b) v
            """;

    private static final String FOLLOWS = """
            INSERT INTO social_follows (actor_id, target_actor_id, status, accepted_at)
            SELECT 'a' || lpad(i::text, 23, '0'), 'a' || lpad(((i + 1 + n * 37) %% %1$d)::text, 23, '0'), 'accepted', now()
              FROM generate_series(0, %1$d - 1) i,
                   generate_series(1, CASE WHEN i %% %2$d = 0 THEN %3$d ELSE 5 END) n
            """;

    /** Each says something every few minutes; one in ten things is for members, one in ten for followers. */
    private static final String STATUSES = """
            INSERT INTO social_statuses (id, uri, actor_id, visibility, content, published)
            SELECT 's' || lpad(n::text, 23, '0'), 'https://localhost/ap/statuses/s' || lpad(n::text, 23, '0'),
                   'a' || lpad(pg_temp.chance(n, 1, %3$d)::text, 23, '0'),
                   (CASE n %% 10 WHEN 3 THEN 'local' WHEN 7 THEN 'followers' ELSE 'public' END)::social_visibility,
                   '<p>' || repeat('Twelve grapes. ', 12) || '</p>', now() - (10000000 - n) * interval '7 seconds'
              FROM generate_series(%1$d, %2$d - 1) n
            """;

    private static final String HASHTAGS = """
            INSERT INTO social_tags (status_id, type, name, published)
            SELECT id, 'Hashtag', '#tag' || pg_temp.few(n, 3, %3$d), published
              FROM generate_series(%1$d, %2$d - 1) n JOIN social_statuses ON id = 's' || lpad(n::text, 23, '0')
             WHERE n %% 3 = 0
            """;

    private static final String BOOSTS = """
            INSERT INTO internal.boost (actor_id, status_id, created_at)
            SELECT 'a' || lpad(pg_temp.chance(n, 4, %3$d)::text, 23, '0'), id, published
              FROM generate_series(%1$d, %2$d - 1) n JOIN social_statuses ON id = 's' || lpad(n::text, 23, '0')
             WHERE n %% 10 = 0
            ON CONFLICT DO NOTHING
            """;

    /** Words that nobody uses, half of them whole ones only: each is looked for in whatever might be shown. */
    private static final String FILTERS = """
            INSERT INTO internal.post_filter (actor_id, phrase, whole_word, contexts, action)
            SELECT 'a' || lpad((r * %1$d)::text, 23, '0'), 'word ' || n, n %% 2 = 0, '{home}', 'hide'
              FROM generate_series(0, %2$d / %1$d - 1) r, generate_series(1, %3$d) n
            """;

    private static final String SAY = """
            INSERT INTO social_statuses (id, uri, actor_id, visibility, content, published)
            SELECT '%1$s', 'https://localhost/ap/statuses/%1$s', min(id), 'public', '<p>Hola</p>', now() FROM social_actors
            """;

    private Speaking() {}

    /** Past the triggers that keep counts, which are not what is measured. */
    static void people(Connection connection) throws SQLException {
        People.seed(connection, ACTORS);
        try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(PROFILES.formatted(ACTORS));
            statement.execute(SPEAKERS.formatted(ACTORS));
            statement.execute(FOLLOWS.formatted(ACTORS, READS, FOLLOWED));
            statement.execute("VACUUM ANALYZE profiles, social_actors, social_follows");
        }
    }

    static void grow(Connection connection, int from, int until) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("SET session_replication_role = replica");
            statement.execute(Neighbours.CHANCE);
            statement.execute(STATUSES.formatted(from, until, ACTORS));
            statement.execute(HASHTAGS.formatted(from, until, TAGS));
            statement.execute(BOOSTS.formatted(from, until, ACTORS));
            statement.execute("VACUUM ANALYZE social_statuses, social_tags, internal.boost");
            statement.execute("CHECKPOINT");
        }
    }

    /** All who read do not want to read some words. */
    static void filter(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(FILTERS.formatted(READS, ACTORS, FILTERED));
            statement.execute("VACUUM ANALYZE internal.post_filter");
        }
    }

    /** Something for everybody, now. */
    static void say(Connection connection, String id) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(SAY.formatted(id));
        }
    }

    /** One who follows 500. */
    static int reader(int number) {
        return number % (ACTORS / READS) * READS;
    }
}
