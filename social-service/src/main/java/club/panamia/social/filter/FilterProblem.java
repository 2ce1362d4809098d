package club.panamia.social.filter;

import club.panamia.kernel.problem.ProblemType;

/** Everything about filters that can be refused. */
enum FilterProblem implements ProblemType {
    NO_SUCH_FILTER(404, "no-such-filter", "There is no such filter"),
    TOO_MANY_FILTERS(409, "too-many-filters", "You have enough filters");

    private final Kind kind;

    FilterProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
