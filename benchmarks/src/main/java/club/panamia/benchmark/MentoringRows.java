package club.panamia.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/**
 * People who mentor each other: each of them from nine to five in Miami, and in about forty sessions, half of them as the mentor.
 * {@code mentor-1} is the first.
 */
final class MentoringRows {

    private static final String WEEK = """
            {"timezone": "America/New_York", "minNoticeMinutes": 60, "schedule": [
             {"day": "mon", "startTime": "09:00", "endTime": "17:00"}, {"day": "tue", "startTime": "09:00", "endTime": "17:00"},
             {"day": "wed", "startTime": "09:00", "endTime": "17:00"}, {"day": "thu", "startTime": "09:00", "endTime": "17:00"},
             {"day": "fri", "startTime": "09:00", "endTime": "17:00"}, {"day": "sat", "startTime": "09:00", "endTime": "17:00"},
             {"day": "sun", "startTime": "09:00", "endTime": "17:00"}]}
            """;

    private static final String USERS = """
            INSERT INTO users (email, email_verified, email_proven_at, screenname, name)
            SELECT 'mentor-' || n || '@example.org', now(), now(), 'mentor-' || n, 'Mentor ' || n FROM generate_series(1, %d) n
            """;

    private static final String SESSIONS_OF_USERS = """
            INSERT INTO sessions (session_token, user_id, expires, issued_by)
            SELECT 'the-session-of-' || screenname || '-for-benchmarks', id, now() + interval '1 day', 'pana_auth' FROM users
             WHERE screenname LIKE 'mentor-%'
            """;

    private static final String PROFILES = """
            INSERT INTO profiles (user_id, email, name, status, active, submitted_at, reviewed_at, mentoring, availability)
            SELECT id, email, name, 'approved', true, now(), now(),
                   '{"enabled": true, "expertise": ["Clay"], "languages": ["en"], "bio": "Forty years of it.", "hourlyRate": 30}',
                   CAST('%s' AS jsonb)
              FROM users WHERE screenname LIKE 'mentor-%%'
            """;

    /** Asked for a month ago, for a day has its limits. Four a day on every third day, at 10, 12, 14 and 16 hours UTC; each mentor with another mentee each time. */
    private static final String SESSIONS = """
            INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at, ends_at, status, accepted_at,
                                         created_at)
            SELECT a.id, b.id, 'A topic', 'artistic', t, t + interval '60 minutes', 'scheduled', now(), now() - interval '30 days'
              FROM generate_series(0, %2$d - 1) n
              JOIN users a ON a.screenname = 'mentor-' || (1 + n %% %1$d)
              JOIN users b ON b.screenname = 'mentor-' || (1 + (n + 1 + n / %1$d * 37) %% %1$d)
             CROSS JOIN LATERAL (SELECT date_trunc('day', now()) + ((n / %1$d) / 4 * 3 + 1) * interval '1 day'
                                        + (14 + (n / %1$d) %% 4 * 2) * interval '1 hour' AS t) times
            """;

    private static final String BUSY = """
            INSERT INTO internal.mentor_busy (user_id, during, session_id)
            SELECT p.id, tstzrange(s.scheduled_at, s.ends_at), s.id
              FROM mentor_sessions s, LATERAL (VALUES (s.mentor_user_id), (s.mentee_user_id)) p (id)
            ON CONFLICT DO NOTHING
            """;

    private static final List<String> TABLES =
            List.of("users", "sessions", "profiles", "mentor_sessions", "internal.mentor_busy");

    private MentoringRows() {}

    static void seed(Connection connection, int mentors, int sessions) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(USERS.formatted(mentors));
            statement.execute(SESSIONS_OF_USERS);
            statement.execute(PROFILES.formatted(WEEK));
            statement.execute(SESSIONS.formatted(mentors, sessions));
            statement.execute(BUSY);
            for (var table : TABLES) {
                statement.execute("VACUUM (ANALYZE) " + table);
            }
        }
    }

    static String cookie(int mentor) {
        return "authjs.session-token=the-session-of-mentor-%d-for-benchmarks".formatted(mentor);
    }

    /** All slots of a mentor in the 31 days to come, for somebody in another zone. */
    static String slots(int mentor) {
        var today = LocalDate.now(ZoneId.of("Europe/Madrid"));
        return "/api/mentoring/mentors/mentor-%d/slots?from=%s&to=%s&duration=60&tz=Europe/Madrid"
                .formatted(mentor, today, today.plusDays(30));
    }

    /** One of eight hours that are free for everybody. */
    static String request(int mentor, int hour) {
        var miami = ZoneId.of("America/New_York");
        var start = LocalDate.now(miami)
                .plusDays(40)
                .atTime(9 + hour, 0)
                .atZone(miami)
                .toInstant();
        return """
                {"mentor": "mentor-%d", "startsAt": "%s", "duration": 60, "topic": "Glazes", "sessionType": "artistic"}""".formatted(mentor, start);
    }
}
