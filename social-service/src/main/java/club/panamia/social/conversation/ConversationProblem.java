package club.panamia.social.conversation;

import club.panamia.kernel.problem.ProblemType;

/** Everything about conversations that can be refused. */
enum ConversationProblem implements ProblemType {
    NO_SUCH_CONVERSATION(404, "no-such-conversation", "There is no such conversation");

    private final Kind kind;

    ConversationProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
