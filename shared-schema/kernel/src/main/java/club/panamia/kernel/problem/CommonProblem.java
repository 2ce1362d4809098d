package club.panamia.kernel.problem;

/** The reasons that every service shares. */
public enum CommonProblem implements ProblemType {
    MALFORMED(400, "malformed-request", "The request cannot be read"),
    INVALID(422, "invalid-input", "Some of the input is not acceptable"),
    NOT_SIGNED_IN(401, "not-signed-in", "Sign in first"),
    FORBIDDEN(403, "forbidden", "You may not do this"),
    WRONG_ORIGIN(403, "wrong-origin", "The request comes from a page that is not ours"),
    NOT_FOUND(404, "not-found", "There is no such thing"),
    METHOD_NOT_ALLOWED(405, "method-not-allowed", "This cannot be done here"),
    NOT_ACCEPTABLE(406, "not-acceptable", "There is no representation that you accept"),
    CONFLICT(409, "conflict", "Somebody else was faster"),
    TAKEN(409, "taken", "This is already taken"),
    STALE(412, "stale-version", "It has changed since you read it"),
    TOO_LARGE(413, "too-large", "The request is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "unsupported-media-type", "The content has a type that is not understood here"),
    VERSION_REQUIRED(428, "version-required", "Say which version you are changing"),
    TOO_MANY(429, "too-many-requests", "Too many requests"),
    INTERNAL(500, "internal-error", "Something broke on our side"),
    OVERLOADED(503, "overloaded", "Busy, try again in a moment"),
    UNAVAILABLE(503, "unavailable", "The database cannot be reached at the moment");

    private final Kind kind;

    CommonProblem(int status, String slug, String title) {
        this.kind = new Kind(status, slug, title);
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
