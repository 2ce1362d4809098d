package club.panamia.profile.link;

import club.panamia.kernel.problem.ProblemType;

/** Everything about links that can be refused. */
enum LinkProblem implements ProblemType {
    NOT_IN_DIRECTORY(409, "profile-not-in-directory", "Your profile is not in the directory"),
    TOO_MANY_LINKS(409, "too-many-links", "There are too many links already"),
    ALREADY_ASKED(409, "link-already-asked", "You have asked already"),
    ALREADY_LINKED(409, "already-linked", "The profiles are linked already"),
    NOBODY_ASKED(409, "link-not-asked", "Nobody has asked for this link"),
    NO_SUCH_LINK(404, "no-such-link", "There is no such link");

    private final Kind kind;

    LinkProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
