package club.panamia.content.mastodon;

import club.panamia.kernel.problem.ProblemType;

/** Why a post elsewhere is not linked. */
enum PostProblem implements ProblemType {
    POST_NOT_READ(422, "post-not-read", "The post could not be read"),
    POST_NOT_PROVEN(403, "post-not-proven", "The post is not known to be yours");

    private final Kind kind;

    PostProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
