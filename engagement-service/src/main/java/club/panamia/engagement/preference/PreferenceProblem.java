package club.panamia.engagement.preference;

import club.panamia.kernel.problem.ProblemType;

/** Everything about preferences that can be refused. */
enum PreferenceProblem implements ProblemType {
    NO_SUCH_CATEGORY(404, "no-such-notification-category", "There is no such category"),
    CANNOT_BE_DECLINED(409, "notification-cannot-be-declined", "This is told to everybody whom it concerns");

    private final Kind kind;

    PreferenceProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
