package club.panamia.ops.emailchange;

import static club.panamia.ops.emailchange.EmailChangeProblem.ADDRESS_TAKEN;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** Whoever is second, for one address. */
@Singleton
class EmailConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "email_claim_pkey", taken(),
                "users_email_key", taken(),
                "email_migrations_new_email_key", taken());
    }

    static Problem taken() {
        return ADDRESS_TAKEN.because("It belongs to another account, or somebody else is about to take it.");
    }
}
