package club.panamia.social.pin;

import club.panamia.kernel.problem.ProblemType;

/** Everything about showing a post first that can be refused. */
enum PinProblem implements ProblemType {
    NOT_FOR_EVERYBODY(409, "status-not-for-everybody", "Not everybody may read the post"),
    TOO_MANY_PINS(409, "too-many-pins", "You show enough posts first");

    private final Kind kind;

    PinProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
