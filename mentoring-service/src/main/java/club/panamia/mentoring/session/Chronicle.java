package club.panamia.mentoring.session;

import club.panamia.kernel.event.EventLog;
import club.panamia.kernel.transaction.CallersTransaction;
import club.panamia.mentoring.session.SessionStep.Step;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** What follows from each step of a session, in the caller's transaction: the event, the two people's time, what is due. */
@ApplicationScoped
public class Chronicle {

    private static final String FREE = "DELETE FROM internal.mentor_busy WHERE session_id = ?1";

    private static final String FORGET = "DELETE FROM internal.session_due WHERE session_id = ?1";

    /** Six hours before it ends; a request that is shorter than that has just been mailed. */
    private static final String WARN = """
            INSERT INTO internal.session_due (session_id, kind, due_at)
            SELECT s.id, 'request-expiring', s.request_expires_at - interval '6 hours'
              FROM mentor_sessions s WHERE s.id = ?1 AND s.request_expires_at - interval '6 hours' > ?2
            """;

    /** Also anew, after it has been moved. What would have been due before now is left out. */
    private static final String REMIND = """
            INSERT INTO internal.session_due (session_id, kind, due_at)
            SELECT s.id, r.kind, s.scheduled_at - make_interval(mins => r.minutes)
              FROM mentor_sessions s
             CROSS JOIN (VALUES ('day-before', 1440), ('hour-before', 60), ('minutes-before', 10)) AS r (kind, minutes)
             WHERE s.id = ?1 AND s.scheduled_at - make_interval(mins => r.minutes) > ?2
            """;

    private static final String ASK_FOR_FEEDBACK =
            "INSERT INTO internal.session_due (session_id, kind, due_at) VALUES (?1, 'feedback', ?2)";

    private final EventLog events;

    Chronicle(EventLog events) {
        this.events = events;
    }

    public Uni<Void> record(MentorSession session, Optional<SessionStep> step, Instant now) {
        return step.map(done -> record(session, done, now))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The row is written first, so that what is due is reckoned from it. */
    public Uni<Void> record(MentorSession session, SessionStep step, Instant now) {
        return CallersTransaction.session()
                .chain(open -> open.flush())
                .chain(() -> events.record(step.actorId(), step))
                .chain(() -> follow(session, step.step(), now));
    }

    private Uni<Void> follow(MentorSession session, Step step, Instant now) {
        if (step.endsIt()) {
            return run(FREE, session)
                    .chain(() -> run(FORGET, session))
                    .chain(() -> step == Step.COMPLETED
                            ? run(ASK_FOR_FEEDBACK, session, now)
                            : Uni.createFrom().voidItem());
        }
        return switch (step) {
            case REQUESTED -> run(WARN, session, now);
            case ACCEPTED, RESCHEDULED -> run(FORGET, session).chain(() -> run(REMIND, session, now));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> run(String statement, MentorSession session) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(statement)
                        .setParameter(1, session.id)
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static Uni<Void> run(String statement, MentorSession session, Instant now) {
        return CallersTransaction.session()
                .chain(open -> open.createNativeQuery(statement)
                        .setParameter(1, session.id)
                        .setParameter(2, now.atOffset(ZoneOffset.UTC))
                        .executeUpdate())
                .replaceWithVoid();
    }
}
