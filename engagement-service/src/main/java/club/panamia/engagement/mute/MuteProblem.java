package club.panamia.engagement.mute;

import club.panamia.kernel.problem.ProblemType;

/** Everything about muting that can be refused. */
enum MuteProblem implements ProblemType {
    NOBODY_TO_MUTE(404, "nobody-to-mute", "There is nobody of this name"),
    CANNOT_MUTE_YOURSELF(409, "cannot-mute-yourself", "You cannot mute yourself"),
    TOO_MANY_MUTES(409, "too-many-mutes", "You have muted as much as can be muted");

    private final Kind kind;

    MuteProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
