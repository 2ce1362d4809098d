package club.panamia.social.actor;

import club.panamia.kernel.problem.ProblemType;

/** Everything about actors that can be refused. */
public enum SocialProblem implements ProblemType {
    NO_SUCH_ACTOR(404, "no-such-actor", "There is nobody of this name"),
    NOT_TAKING_PART(403, "not-taking-part", "Take part first"),
    MAY_NOT_TAKE_PART(403, "may-not-take-part", "You cannot take part at the moment"),
    SCREENNAME_REQUIRED(403, "screenname-required", "Choose a screenname first");

    private final Kind kind;

    SocialProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
