package club.panamia.auth.user;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints of {@code users} mean to a person. */
@Singleton
class UserConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        var taken = UserProblem.SCREENNAME_TAKEN.because("Somebody has or had it, or it is reserved. Choose another.");
        return Map.of(
                "screenname_claim_pkey",
                taken,
                "users_screenname_key",
                taken,
                "email_claim_pkey",
                UserProblem.ADDRESS_IN_USE.because("It belongs to another account."),
                "users_screenname_check",
                CommonProblem.INVALID.because("The screenname has another form."));
    }
}
