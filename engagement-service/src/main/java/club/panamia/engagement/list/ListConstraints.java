package club.panamia.engagement.list;

import static club.panamia.engagement.list.ListProblem.LIST_NAME_TAKEN;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of {@code user_lists} mean to a person. */
@Singleton
class ListConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "user_lists_name_key",
                LIST_NAME_TAKEN.because("Upper and lower case make no difference; choose another name."),
                "user_lists_slug_key",
                LIST_NAME_TAKEN.because("It would have the address of another list of yours; choose another name."));
    }
}
