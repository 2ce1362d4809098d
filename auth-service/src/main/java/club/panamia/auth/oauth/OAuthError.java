package club.panamia.auth.oauth;

import club.panamia.kernel.problem.Problem;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * How the endpoints under {@code /oauth} refuse (RFC 6749, section 5.2). Not a problem document: the programs that read this are
 * stock OAuth libraries, which look for {@code error} and know nothing else.
 */
public record OAuthError(
        String error, @JsonProperty("error_description") String description) {

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_MANY = 429;
    private static final int BROKEN = 500;

    /** The whole answer; the challenge belongs to every 401. */
    public static RestResponse<OAuthError> answer(Problem problem) {
        var status = problem.type().status();
        var answer = RestResponse.ResponseBuilder.<OAuthError>create(status)
                .entity(of(problem))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        if (status == UNAUTHORIZED) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"oauth\"");
        }
        var wait = problem.retryAfter();
        if (wait != null) {
            answer.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds()));
        }
        return answer.build();
    }

    static OAuthError of(Problem problem) {
        return new OAuthError(code(problem), String.valueOf(problem.getMessage()));
    }

    private static String code(Problem problem) {
        if (problem.type() instanceof OAuthProblem known) {
            return known.code();
        }
        var status = problem.type().status();
        return status == TOO_MANY || status >= BROKEN ? "temporarily_unavailable" : "invalid_request";
    }
}
