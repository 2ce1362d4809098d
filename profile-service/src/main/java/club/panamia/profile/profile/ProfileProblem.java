package club.panamia.profile.profile;

import club.panamia.kernel.problem.ProblemType;

/** Everything about a profile that can be refused. */
public enum ProfileProblem implements ProblemType {
    NO_PROFILE_YET(404, "no-profile-yet", "You have no profile yet"),
    NO_SUCH_PROFILE(404, "no-such-profile", "There is no such profile"),
    PROFILE_EXISTS(409, "profile-exists", "You have a profile already"),
    ADDRESS_HAS_PROFILE(409, "address-has-profile", "There is a profile with your e-mail address already"),
    ADDRESS_NOT_PROVEN(403, "address-not-proven", "Prove your e-mail address first"),
    ALREADY_SUBMITTED(409, "profile-already-submitted", "The profile waits for review already"),
    ALREADY_APPROVED(409, "profile-already-approved", "The profile is approved already"),
    SUSPENDED(409, "profile-suspended", "The profile is suspended"),
    NOT_SUBMITTED(409, "profile-not-submitted", "The profile does not wait for review"),
    NOT_SUSPENDED(409, "profile-not-suspended", "The profile is not suspended"),
    NOTHING_TO_CLAIM(404, "nothing-to-claim", "There is no unclaimed profile with your address"),
    ALREADY_CLAIMED(409, "profile-already-claimed", "The profile belongs to somebody already"),
    NOT_CLAIMED(409, "profile-not-claimed", "The profile belongs to nobody yet"),
    NO_SUCH_BADGE(404, "no-such-badge", "There is no such badge"),
    NO_SUCH_ROLE(404, "no-such-role", "There is no such role");

    private final Kind kind;

    ProfileProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
