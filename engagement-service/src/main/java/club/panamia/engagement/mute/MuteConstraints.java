package club.panamia.engagement.mute;

import static club.panamia.engagement.mute.MuteProblem.CANNOT_MUTE_YOURSELF;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of {@code internal.notification_mute} mean to a person. */
@Singleton
class MuteConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "notification_mute_self_check",
                CANNOT_MUTE_YOURSELF.because("This is your own screenname; mute somebody else."));
    }
}
