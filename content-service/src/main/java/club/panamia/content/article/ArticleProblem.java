package club.panamia.content.article;

import club.panamia.kernel.problem.ProblemType;

/** Everything about an article that can be refused. */
public enum ArticleProblem implements ProblemType {
    NO_SUCH_ARTICLE(404, "no-such-article", "There is no such article"),
    SCREENNAME_REQUIRED(403, "screenname-required", "Choose a screenname first"),
    STAFF_ONLY(403, "staff-only", "Only the staff may write this kind of article"),
    ADDRESS_TAKEN(409, "article-address-taken", "Another article has this address");

    private final int status;
    private final String slug;
    private final String title;

    ArticleProblem(int status, String slug, String title) {
        this.status = status;
        this.slug = slug;
        this.title = title;
    }

    @Override
    public String slug() {
        return slug;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }
}
