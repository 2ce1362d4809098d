package club.panamia.benchmark;

import java.sql.Connection;
import java.sql.SQLException;

/** Generated people, each with an open session; made once, however many benchmarks want them. */
final class People {

    private static final String USERS = """
            INSERT INTO users (id, email, email_verified, email_proven_at, screenname, name)
            SELECT 'u' || lpad(i::text, 23, '0'), 'p' || i || '@example.org', now(), now(), 'person' || i, 'Person ' || i
              FROM generate_series(0, %d - 1) i WHERE NOT EXISTS (SELECT FROM users)
            """;

    private static final String SESSIONS = """
            INSERT INTO sessions (session_token, user_id, expires, issued_by)
            SELECT 'session-of-person-number-' || i, 'u' || lpad(i::text, 23, '0'), now() + interval '30 days', 'pana_auth'
              FROM generate_series(0, %d - 1) i ON CONFLICT DO NOTHING
            """;

    private People() {}

    static void seed(Connection connection, int count) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(USERS.formatted(count));
            statement.execute(SESSIONS.formatted(count));
            statement.execute("VACUUM ANALYZE users");
            statement.execute("VACUUM ANALYZE sessions");
        }
    }

    static String sessionToken(int number) {
        return "session-of-person-number-" + number;
    }
}
