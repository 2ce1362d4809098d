package club.panamia.social.draft;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a draft that can be refused. */
public enum DraftProblem implements ProblemType {
    NO_SUCH_DRAFT(404, "no-such-draft", "There is no such draft"),
    TOO_MANY_DRAFTS(409, "too-many-drafts", "Finish or throw away some drafts first");

    private final Kind kind;

    DraftProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
