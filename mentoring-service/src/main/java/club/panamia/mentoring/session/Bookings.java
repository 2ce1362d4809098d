package club.panamia.mentoring.session;

import static club.panamia.mentoring.session.SessionProblem.NO_SUCH_SESSION;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The sessions, for those who change them. Who only reads asks by SQL: reading, calendar. */
@ApplicationScoped
public class Bookings implements PanacheRepositoryBase<MentorSession, String> {

    private static final int BATCH = 50;
    private static final Duration AFTERWARDS = Duration.ofMinutes(30);

    /** What another process is dealing with is passed over: it deals with it. */
    private static final String UNANSWERED = """
            SELECT s.id FROM mentor_sessions s
             WHERE s.status = 'pending' AND s.request_expires_at <= ?1
             ORDER BY s.request_expires_at LIMIT ?2 FOR UPDATE SKIP LOCKED
            """;

    private static final String LEFT_OPEN = """
            SELECT s.id FROM mentor_sessions s
             WHERE s.status IN ('scheduled', 'in_progress') AND s.scheduled_at <= ?1 AND s.ends_at <= ?1
             ORDER BY s.scheduled_at LIMIT ?2 FOR UPDATE SKIP LOCKED
            """;

    /** The session, locked, if the actor may know of it: whoever changes it at the same moment waits, and then sees the change. */
    public Uni<MentorSession> forChange(Actor actor, String sessionId) {
        return find("sessionId", sessionId)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .invoke(session -> requireKnown(actor, session));
    }

    /** The session, if the actor may know of it. */
    public Uni<MentorSession> known(Actor actor, String sessionId) {
        return find("sessionId", sessionId).firstResult().invoke(session -> requireKnown(actor, session));
    }

    /** Requests whose time is over, locked; some of them. */
    public Uni<List<MentorSession>> unanswered(Instant now) {
        return some(UNANSWERED, now);
    }

    /** Sessions that ended half an hour ago, and that nobody has ended; locked; some of them. */
    public Uni<List<MentorSession>> leftOpen(Instant now) {
        return some(LEFT_OPEN, now.minus(AFTERWARDS));
    }

    /** Locks first, by ids alone, and then reads what is locked. */
    private Uni<List<MentorSession>> some(String question, Instant until) {
        return getSession()
                .chain(session -> session.createNativeQuery(question, String.class)
                        .setParameter(1, until.atOffset(ZoneOffset.UTC))
                        .setParameter(2, BATCH)
                        .getResultList())
                .chain(ids -> list("id in ?1 order by id", ids));
    }

    private static void requireKnown(Actor actor, @Nullable MentorSession session) {
        if (session == null || !session.partOf(actor).knowsOfIt()) {
            throw NO_SUCH_SESSION.because("You take part in no session of this id.");
        }
    }
}
