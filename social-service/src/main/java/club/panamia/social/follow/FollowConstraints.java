package club.panamia.social.follow;

import static club.panamia.social.follow.FollowProblem.CANNOT_FOLLOW_YOURSELF;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of {@code social_follows} mean to a person. */
@Singleton
class FollowConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "social_follows_self_check", CANNOT_FOLLOW_YOURSELF.because("This is you; follow somebody else."));
    }
}
