package club.panamia.social.rule;

import club.panamia.kernel.problem.ProblemType;

/** Everything about rules for servers that can be refused. */
enum RuleProblem implements ProblemType {
    NO_SUCH_RULE(404, "no-such-server-rule", "There is no rule for this server");

    private final Kind kind;

    RuleProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
