package club.panamia.engagement.screenname;

import club.panamia.kernel.problem.ProblemType;

/** Why a name leads nowhere. */
enum ScreennameProblem implements ProblemType {
    NO_SUCH_SCREENNAME(404, "no-such-screenname", "Nobody has or had this name"),
    SCREENNAME_IN_USE(409, "screenname-in-use", "Somebody has this name"),
    SCREENNAME_OF_THE_HOUSE(409, "screenname-of-the-house", "The house keeps this name"),
    SCREENNAME_GONE(410, "screenname-gone", "Whoever had this name is gone");

    private final int status;
    private final String slug;
    private final String title;

    ScreennameProblem(int status, String slug, String title) {
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
