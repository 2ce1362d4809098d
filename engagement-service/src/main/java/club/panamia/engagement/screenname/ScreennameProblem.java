package club.panamia.engagement.screenname;

import club.panamia.kernel.problem.ProblemType;

/** Why a name leads nowhere. */
enum ScreennameProblem implements ProblemType {
    NO_SUCH_SCREENNAME(404, "no-such-screenname", "Nobody has or had this name"),
    SCREENNAME_IN_USE(409, "screenname-in-use", "Somebody has this name"),
    SCREENNAME_OF_THE_HOUSE(409, "screenname-of-the-house", "The house keeps this name"),
    SCREENNAME_GONE(410, "screenname-gone", "Whoever had this name is gone");

    private final Kind kind;

    ScreennameProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
