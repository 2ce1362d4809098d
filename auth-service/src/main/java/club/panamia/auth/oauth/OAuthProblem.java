package club.panamia.auth.oauth;

import club.panamia.kernel.problem.ProblemType;
import java.util.Locale;

/** Why a program is refused, in the words of RFC 6749 (sections 4.1.2.1 and 5.2) and RFC 8693 (section 2.2.2). */
public enum OAuthProblem implements ProblemType {
    INVALID_REQUEST(400, "A parameter is missing, doubled or of another form"),
    INVALID_CLIENT(401, "The program could not prove who it is"),
    INVALID_GRANT(400, "What was shown for a token is not worth one"),
    UNAUTHORIZED_CLIENT(400, "The program is not registered for this"),
    UNSUPPORTED_GRANT_TYPE(400, "There is no such grant"),
    UNSUPPORTED_RESPONSE_TYPE(400, "There is no such answer"),
    INVALID_SCOPE(400, "The program is not registered for this scope"),
    INVALID_TARGET(400, "The program is not registered for this audience"),
    ACCESS_DENIED(403, "The person said no");

    private final Kind kind;

    OAuthProblem(int status, String title) {
        this.kind = new Kind(status, name().toLowerCase(Locale.ROOT).replace('_', '-'), title);
    }

    /** As the specifications spell it. */
    public String code() {
        return slug().replace('-', '_');
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
