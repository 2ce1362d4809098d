package club.panamia.engagement.points;

import static club.panamia.engagement.points.PointsProblem.ALREADY_REVERSED;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of {@code interactions} mean to a person. */
@Singleton
class PointsConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "interactions_reversal_of_key",
                ALREADY_REVERSED.because("Somebody was faster; an entry is reversed once."));
    }
}
