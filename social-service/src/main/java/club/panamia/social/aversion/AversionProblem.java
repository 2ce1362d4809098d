package club.panamia.social.aversion;

import club.panamia.kernel.problem.ProblemType;

/** Everything about blocks and mutes that can be refused. */
public enum AversionProblem implements ProblemType {
    NOT_YOURSELF(409, "not-yourself", "This cannot be done to yourself"),
    TOO_MANY_SERVERS(409, "too-many-blocked-servers", "You keep away enough servers");

    private final Kind kind;

    AversionProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
