package club.panamia.mentoring.session;

import club.panamia.kernel.identity.Actor;
import club.panamia.mentoring.session.SessionStep.Step;
import club.panamia.mentoring.state.SessionAction;
import club.panamia.mentoring.state.SessionStatus;
import java.time.Instant;
import java.util.Optional;

/** What one person does about a session at one moment: {@link MentorSession#dealing}. */
public record Dealing(MentorSession session, Actor actor, Instant now) {

    /** The mentor takes the time. */
    public SessionStep accept() {
        permit(SessionAction.ACCEPT);
        return session.accept(Optional.of(actor), now);
    }

    /** The mentor says why not. */
    public SessionStep decline(String reason) {
        permit(SessionAction.DECLINE);
        session.status = SessionStatus.DECLINED;
        session.outcome().declinedAt = now;
        session.outcome().declineReason = reason;
        return step(Step.DECLINED);
    }

    /** One of the two, or a moderator, calls it off and says why. */
    public SessionStep cancel(String reason) {
        permit(SessionAction.CANCEL);
        session.status = SessionStatus.CANCELLED;
        session.outcome().cancel(actor.userId(), session.partOf(actor), reason, now);
        session.timing.dropProposal();
        session.timing.icalSequence++;
        return step(Step.CANCELLED);
    }

    /** Somebody has come. Only the first one starts it; for the other there is nothing to tell. */
    public Optional<SessionStep> start() {
        permit(SessionAction.START);
        session.outcome().join(session.partOf(actor), now);
        if (session.status == SessionStatus.IN_PROGRESS) {
            return Optional.empty();
        }
        session.status = SessionStatus.IN_PROGRESS;
        session.timing.dropProposal();
        return Optional.of(step(Step.STARTED));
    }

    public SessionStep complete() {
        permit(SessionAction.COMPLETE);
        return session.complete(actor.userId(), now);
    }

    /** The one who came says that the other did not. */
    public SessionStep reportNoShow() {
        permit(SessionAction.REPORT_NO_SHOW);
        var part = session.partOf(actor);
        session.status = SessionStatus.CANCELLED;
        session.outcome().miss(part.other().label(), actor.userId(), part, now);
        session.timing.dropProposal();
        return step(Step.NO_SHOW);
    }

    /** Would rather have it at another time, which has been found free. */
    public SessionStep propose(Instant start) {
        permit(SessionAction.PROPOSE);
        session.requireMovable();
        session.timing.propose(start, session.partOf(actor));
        return step(Step.PROPOSED);
    }

    /** Agrees to the other time, which is free still; the invitation stays the same, in a new edition. */
    public SessionStep acceptProposal() {
        permit(SessionAction.ACCEPT_PROPOSAL);
        var start = session.timing.proposedAt;
        if (start == null) {
            throw new IllegalStateException("what is accepted was proposed");
        }
        session.timing.move(start);
        return step(Step.RESCHEDULED);
    }

    /** It stays as it is. */
    public void dropProposal() {
        permit(SessionAction.DROP_PROPOSAL);
        session.timing.dropProposal();
    }

    private void permit(SessionAction action) {
        session.permit(action, actor, now);
    }

    private SessionStep step(Step step) {
        return session.step(step, actor.userId());
    }
}
