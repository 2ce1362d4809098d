package club.panamia.mentoring.reading;

import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.Person;

/** Sessions as rows, until there is an endpoint that books them. */
final class Booked {

    private static final Sql SQL = TestDatabase.get().sql();

    private Booked() {}

    /** Returns the session's public id. */
    static String session(Person mentor, Person mentee, String topic, String time) {
        return SQL.one(String.class, """
                INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, mentor_email, mentee_email, topic, session_type,
                                             scheduled_at, ends_at, notes, mentor_timezone)
                SELECT ?, ?, ?, ?, ?, 'knowledge_transfer', t, t + interval '60 minutes', 'Bring the books.', 'America/New_York'
                  FROM CAST(? AS timestamptz) t
                RETURNING session_id
                """, mentor.id(), mentee.id(), mentor.email(), mentee.email(), topic, time);
    }

    static void become(String sessionId, String change) {
        SQL.run("UPDATE mentor_sessions SET " + change + " WHERE session_id = ?", sessionId);
    }
}
