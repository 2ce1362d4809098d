package club.panamia.social.aversion;

import static club.panamia.social.aversion.AversionProblem.NOT_YOURSELF;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of blocks and mutes mean to a person. */
@Singleton
class AversionConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of("actor_block_self_check", you(), "actor_mute_self_check", you());
    }

    private static Problem you() {
        return NOT_YOURSELF.because("This is you.");
    }
}
