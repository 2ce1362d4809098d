package club.panamia.mentoring.session;

import static club.panamia.mentoring.session.SessionProblem.NO_SUCH_SESSION;

import club.panamia.kernel.identity.Actor;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.jspecify.annotations.Nullable;

/** The sessions, for those who change them. Who only reads asks by SQL: reading, calendar. */
@ApplicationScoped
public class Bookings implements PanacheRepositoryBase<MentorSession, String> {

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

    private static void requireKnown(Actor actor, @Nullable MentorSession session) {
        if (session == null || !session.partOf(actor).knowsOfIt()) {
            throw NO_SUCH_SESSION.because("You take part in no session of this id.");
        }
    }
}
