package club.panamia.mentoring.intake;

import static club.panamia.mentoring.form.FormProblem.WRITTEN_TWICE;

import club.panamia.kernel.problem.ConstraintProblems;
import club.panamia.kernel.problem.Problem;
import jakarta.inject.Singleton;
import java.util.Map;

/** What the constraints around forms mean to a person. */
@Singleton
class FormConstraints implements ConstraintProblems {

    @Override
    public Map<String, Problem> byConstraint() {
        return Map.of(
                "intake_forms_email_type_key",
                WRITTEN_TWICE.because("Read it again: you have just begun it elsewhere."));
    }
}
