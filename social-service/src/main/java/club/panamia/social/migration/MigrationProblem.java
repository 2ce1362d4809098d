package club.panamia.social.migration;

import club.panamia.kernel.problem.ProblemType;

/** Why somebody cannot be somebody else. */
enum MigrationProblem implements ProblemType {
    NO_ACTOR_ELSEWHERE(422, "no-actor-elsewhere", "There is no such actor on another server"),
    NOT_ALSO_KNOWN(409, "not-also-known", "The actor elsewhere does not say that it is also known as you");

    private final Kind kind;

    MigrationProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
