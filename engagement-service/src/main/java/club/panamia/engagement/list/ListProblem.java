package club.panamia.engagement.list;

import club.panamia.kernel.problem.ProblemType;

/** Everything about lists that can be refused. */
public enum ListProblem implements ProblemType {
    NO_SUCH_LIST(404, "no-such-list", "There is no such list"),
    NOT_YOUR_LIST(403, "not-your-list", "The list is somebody else's"),
    LIST_NAME_TAKEN(409, "list-name-taken", "You have a list of this name"),
    TOO_MANY_LISTS(409, "too-many-lists", "You have as many lists as there can be"),
    LIST_IS_FULL(409, "list-is-full", "The list is full"),
    NOT_THE_MEMBERS(409, "not-the-members", "These are not all members of the list"),
    NOTHING_TO_LIST(404, "nothing-to-list", "There is nothing of this kind to put on a list");

    private final Kind kind;

    ListProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
