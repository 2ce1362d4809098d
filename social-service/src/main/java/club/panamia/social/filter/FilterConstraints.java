package club.panamia.social.filter;

import static club.panamia.kernel.problem.CommonProblem.INVALID;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of filters mean to a person. */
@Singleton
class FilterConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "post_filter_folded_check",
                INVALID.because("Nothing is left of the phrase without its accents.")
                        .at("/phrase", "must have a letter, a digit or a sign"));
    }
}
