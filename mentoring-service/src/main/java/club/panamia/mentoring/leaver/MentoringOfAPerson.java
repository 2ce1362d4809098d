package club.panamia.mentoring.leaver;

import club.panamia.kernel.personal.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Open sessions are called off; finished ones stay with the partner, without the one who left. */
@ApplicationScoped
class MentoringOfAPerson implements PersonalData {

    private static final String SESSIONS = """
            SELECT to_jsonb(s) - 'mentor_email' - 'mentee_email' - 'cancelled_by' - 'declined_by' AS item
              FROM mentor_sessions s JOIN person ON person.id IN (s.mentor_user_id, s.mentee_user_id)
            """;

    private static final String INTAKE_FORMS = """
            SELECT to_jsonb(f) AS item
              FROM intake_forms f JOIN person ON f.user_id = person.id OR lower(f.email) = ANY (person.addresses)
            """;

    private static final String NOTES = """
            SELECT to_jsonb(n) - 'author_id' AS item FROM internal.session_note n JOIN person ON n.author_id = person.id
            """;

    private static final String FREE_TIME = """
            DELETE FROM internal.mentor_busy b USING person
             WHERE person.id IN (b.user_id, b.held_by)
                OR b.session_id IN (SELECT s.id FROM mentor_sessions s
                                     WHERE person.id IN (s.mentor_user_id, s.mentee_user_id))
            """;

    private static final String FORGET_WHAT_IS_DUE = """
            DELETE FROM internal.session_due d USING mentor_sessions s, person
             WHERE d.session_id = s.id AND person.id IN (s.mentor_user_id, s.mentee_user_id)
            """;

    /** So that the partner hears of it: the same event as when somebody calls a session off, by nobody. */
    private static final String TELL_PARTNERS = """
            INSERT INTO internal.event (type, payload)
            SELECT 'mentoring.session.cancelled',
                   jsonb_build_object(
                     'sessionId', s.session_id, 'mentorId', s.mentor_user_id, 'menteeId', s.mentee_user_id, 'version', s.version + 1,
                     'startsAt', to_char(s.scheduled_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'))
              FROM mentor_sessions s, person
             WHERE person.id IN (s.mentor_user_id, s.mentee_user_id) AND s.status IN ('pending', 'scheduled', 'in_progress')
            """;

    private static final String DELETE_NOTES =
            "DELETE FROM internal.session_note n USING person WHERE n.author_id = person.id";

    private static final String WAITING = """
            SELECT to_jsonb(w) - 'mentor_id' AS item FROM internal.mentor_waiting w JOIN person ON w.person_id = person.id
            """;

    private static final String LEAVE_LINES =
            "DELETE FROM internal.mentor_waiting w USING person WHERE person.id IN (w.person_id, w.mentor_id)";

    private static final String CLOSE_CALENDAR =
            "DELETE FROM internal.calendar_feed f USING person WHERE f.user_id = person.id";

    private static final String BUSY_CALENDAR = """
            SELECT to_jsonb(c) - 'user_id' - 'address' AS item FROM internal.busy_calendar c JOIN person ON c.user_id = person.id
            """;

    private static final String FORGET_LETTERS =
            "DELETE FROM internal.session_letter l USING person WHERE l.user_id = person.id";

    private static final String FORGET_OPENING =
            "DELETE FROM internal.mentor_opening o USING person WHERE o.user_id = person.id";

    private static final String FORGET_BUSY_CALENDAR =
            "DELETE FROM internal.busy_calendar c USING person WHERE c.user_id = person.id";

    private static final String CANCEL_OPEN_SESSIONS = """
            UPDATE mentor_sessions s
               SET status = 'cancelled', ical_sequence = s.ical_sequence + 1, cancelled_at = now(), cancelled_role = 'system',
                   cancel_reason = 'One of the two has left the community.', proposed_at = NULL, proposed_by = NULL
              FROM person
             WHERE person.id IN (s.mentor_user_id, s.mentee_user_id) AND s.status IN ('pending', 'scheduled', 'in_progress')
            """;

    private static final String FORGET_MENTOR = """
            UPDATE mentor_sessions s SET mentor_user_id = NULL, mentor_email = NULL, mentor_timezone = NULL FROM person
             WHERE s.mentor_user_id = person.id OR lower(s.mentor_email) = ANY (person.addresses)
            """;

    private static final String FORGET_MENTEE = """
            UPDATE mentor_sessions s SET mentee_user_id = NULL, mentee_email = NULL, mentee_timezone = NULL FROM person
             WHERE s.mentee_user_id = person.id OR lower(s.mentee_email) = ANY (person.addresses)
            """;

    private static final String FORGET_WHO_CANCELLED = """
            UPDATE mentor_sessions s SET cancelled_by_user_id = NULL, cancelled_by = NULL FROM person
             WHERE s.cancelled_by_user_id = person.id OR s.cancelled_by = person.id OR lower(s.cancelled_by) = ANY (person.addresses)
            """;

    private static final String FORGET_WHO_DECLINED = """
            UPDATE mentor_sessions s SET declined_by = NULL FROM person
             WHERE s.declined_by = person.id OR lower(s.declined_by) = ANY (person.addresses)
            """;

    private static final String DELETE_INTAKE_FORMS = """
            DELETE FROM intake_forms f USING person
             WHERE f.user_id = person.id OR lower(f.email) = ANY (person.addresses)
            """;

    private static final String CLOSE_OFFER =
            "UPDATE profiles p SET mentoring = NULL, availability = NULL FROM person WHERE p.user_id = person.id";

    @Override
    public Map<String, String> copy() {
        return Map.of(
                "sessions",
                SESSIONS,
                "sessionNotes",
                NOTES,
                "waiting",
                WAITING,
                "busyCalendar",
                BUSY_CALENDAR,
                "intakeForms",
                INTAKE_FORMS);
    }

    @Override
    public List<String> farewell() {
        return List.of(
                FREE_TIME,
                LEAVE_LINES,
                FORGET_WHAT_IS_DUE,
                TELL_PARTNERS,
                DELETE_NOTES,
                CLOSE_CALENDAR,
                FORGET_BUSY_CALENDAR,
                FORGET_OPENING,
                FORGET_LETTERS,
                CANCEL_OPEN_SESSIONS,
                FORGET_MENTOR,
                FORGET_MENTEE,
                FORGET_WHO_CANCELLED,
                FORGET_WHO_DECLINED,
                DELETE_INTAKE_FORMS,
                CLOSE_OFFER);
    }
}
