package club.panamia.social.discovery;

import club.panamia.kernel.problem.ProblemType;

/** Why nothing is found. */
enum DiscoveryProblem implements ProblemType {
    NO_RESOURCE(400, "no-resource", "Say whom you are looking for"),
    GONE(410, "actor-gone", "This actor is gone for good");

    private final Kind kind;

    DiscoveryProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
