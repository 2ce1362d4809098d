package club.panamia.social.embed;

import club.panamia.kernel.problem.ProblemType;

/** Everything about embedding that can be refused. */
enum EmbedProblem implements ProblemType {
    NO_SUCH_FORMAT(501, "no-such-format", "It is not written in this format");

    private final Kind kind;

    EmbedProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
