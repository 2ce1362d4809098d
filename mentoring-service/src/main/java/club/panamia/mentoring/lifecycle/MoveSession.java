package club.panamia.mentoring.lifecycle;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.session.Bookings;
import club.panamia.mentoring.session.Chronicle;
import club.panamia.mentoring.session.MentorSession;
import club.panamia.mentoring.session.People;
import club.panamia.mentoring.state.SessionAction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;

/**
 * Another time for a session that was agreed on. The mentor's hours do not count here, for whoever is asked can say no; that
 * both are free does, when it is proposed and once more when it is accepted.
 */
@ApplicationScoped
class MoveSession {

    private static final Duration FARTHEST = Duration.ofDays(366);

    private final Bookings bookings;
    private final People people;
    private final Chronicle chronicle;

    MoveSession(Bookings bookings, People people, Chronicle chronicle) {
        this.bookings = bookings;
        this.people = people;
        this.chronicle = chronicle;
    }

    Uni<MentorSession> propose(Actor actor, String sessionId, Instant start, Instant now) {
        requireReasonable(start, now);
        return bookings.forChange(actor, sessionId)
                .invoke(session -> session.permit(SessionAction.PROPOSE, actor, now))
                .call(session -> people.requireFree(session, start, now))
                .call(session ->
                        chronicle.record(session, session.dealing(actor, now).propose(start), now));
    }

    Uni<MentorSession> accept(Actor actor, String sessionId, Instant now) {
        return bookings.forChange(actor, sessionId)
                .invoke(session -> session.permit(SessionAction.ACCEPT_PROPOSAL, actor, now))
                .call(session -> people.moveToProposal(session, now))
                .call(session ->
                        chronicle.record(session, session.dealing(actor, now).acceptProposal(), now));
    }

    Uni<MentorSession> drop(Actor actor, String sessionId, Instant now) {
        return bookings.forChange(actor, sessionId)
                .invoke(session -> session.dealing(actor, now).dropProposal())
                .call(bookings::flush);
    }

    /** By the minute, and not every instant that Java knows. */
    private static void requireReasonable(Instant start, Instant now) {
        if (!start.isAfter(now)
                || start.isAfter(now.plus(FARTHEST))
                || start.getEpochSecond() % 60 != 0
                || start.getNano() != 0) {
            throw INVALID.because("A session begins at a full minute of the year to come.")
                    .at("/startsAt", "must be a full minute within a year from now");
        }
    }
}
