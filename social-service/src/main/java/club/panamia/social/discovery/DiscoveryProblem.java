package club.panamia.social.discovery;

import club.panamia.kernel.problem.ProblemType;

/** Why nothing is found. */
enum DiscoveryProblem implements ProblemType {
    NO_RESOURCE(400, "no-resource", "Say whom you are looking for"),
    GONE(410, "actor-gone", "This actor is gone for good");

    private final int status;
    private final String slug;
    private final String title;

    DiscoveryProblem(int status, String slug, String title) {
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
