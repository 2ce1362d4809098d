package club.panamia.mentoring.session;

import static club.panamia.mentoring.session.SessionProblem.FEEDBACK_GIVEN;
import static club.panamia.mentoring.session.SessionProblem.NO_SUCH_SESSION;
import static club.panamia.mentoring.session.SessionProblem.SLOT_TAKEN;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints around sessions mean to a person. */
@Singleton
class SessionConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "mentor_busy_during_excl",
                SLOT_TAKEN.because("One of the two is in another session then."),
                "mentor_busy_session_id_fkey",
                NO_SUCH_SESSION.because("It has just been removed."),
                "session_feedback_session_id_key",
                FEEDBACK_GIVEN.because("It is given once."));
    }
}
