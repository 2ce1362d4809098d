package club.panamia.auth.provider;

import club.panamia.kernel.problem.ProblemType;

/** Why signing in with a provider went no further. */
public enum ProviderProblem implements ProblemType {
    DISABLED(404, "provider-disabled", "Nobody signs in with this provider here"),
    UNAVAILABLE(503, "provider-unavailable", "The provider does not answer"),
    REFUSED(400, "provider-refused", "The provider did not say who you are"),
    EMAIL_REQUIRED(422, "email-required", "The provider tells no e-mail address");

    private final Kind kind;

    ProviderProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
