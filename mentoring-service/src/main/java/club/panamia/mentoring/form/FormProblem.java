package club.panamia.mentoring.form;

import club.panamia.kernel.problem.ProblemType;

/** Why a form cannot be read, written or handed in. */
public enum FormProblem implements ProblemType {
    NO_SUCH_TYPE(404, "no-such-form-type", "There is no such form"),
    NO_SUCH_FORM(404, "no-such-form", "There is no such form of yours"),
    HANDED_IN(409, "form-handed-in", "The form is handed in"),
    WRITTEN_TWICE(409, "form-written-twice", "There is such a form already"),
    ADDRESS_NOT_PROVEN(409, "address-not-proven", "We do not know yet that your address is yours");

    private final Kind kind;

    FormProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
