package club.panamia.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** Generated notifications: some for everybody, and more for each of the first thousand people. */
final class Told {

    static final int PEOPLE = 80_000;
    static final int MUCH_TOLD = 1_000;

    private static final String EVERYBODY = """
            INSERT INTO notifications (id, created_at, type, context, actor, target, object, object_title, params, dedupe_key, read,
                                       read_at, expires_at)
            SELECT 'n%1$s' || lpad(i::text, 22, '0'), now() - i %% 80 * interval '1 day' - i * interval '1 microsecond',
                   (ARRAY['Follow', 'Invite', 'Update', 'Create'])[1 + i %% 4]::notification_activity_type,
                   (ARRAY['follow', 'coauthor', 'review', 'article'])[1 + i %% 4]::notification_context,
                   'u' || lpad((i::bigint * 7919 %% %2$d)::text, 23, '0'), 'u' || lpad((i %% %3$d)::text, 23, '0'),
                   'article-' || i %% 1000, 'Article ' || i %% 1000, '{}', 'k%1$s' || i, i %% 3 > 0,
                   CASE WHEN i %% 3 > 0 THEN now() END, now() + interval '30 days'
              FROM generate_series(0, %4$d - 1) i
            """;

    private static final String COUNTS = """
            INSERT INTO internal.unread_count (user_id, contexts)
            SELECT target, jsonb_object_agg(context, unread)
              FROM (SELECT target, context, count(*) AS unread FROM notifications WHERE NOT read GROUP BY target, context) counted
             GROUP BY target
            """;

    private Told() {}

    /** So many for everybody, and so many more for those who are told much. */
    static void seed(Connection connection, int each, int more) throws SQLException {
        People.seed(connection, PEOPLE);
        try (var statement = connection.createStatement()) {
            statement.execute(EVERYBODY.formatted("a", PEOPLE, PEOPLE, each * PEOPLE));
            statement.execute(EVERYBODY.formatted("b", PEOPLE, MUCH_TOLD, more * MUCH_TOLD));
            statement.execute(COUNTS);
            statement.execute("VACUUM ANALYZE notifications");
            statement.execute("VACUUM ANALYZE internal.unread_count");
        }
    }
}
