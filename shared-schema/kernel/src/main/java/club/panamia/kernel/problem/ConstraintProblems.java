package club.panamia.kernel.problem;

import java.util.Map;

/** A service's table from the names of its database constraints to the refusals that they mean. */
public interface ConstraintProblems {

    Map<String, Problem> byConstraint();
}
