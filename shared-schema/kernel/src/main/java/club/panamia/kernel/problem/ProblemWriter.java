package club.panamia.kernel.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.RestResponse;

/** Writes problem details as JSON (RFC 9457, section 3). */
@Singleton
public class ProblemWriter {

    public static final String MEDIA_TYPE = "application/problem+json";
    static final String REQUEST_ID = "requestId";

    private final ObjectMapper json;

    ProblemWriter(ObjectMapper json) {
        this.json = json;
    }

    RestResponse<String> write(Problem problem) {
        var response = RestResponse.ResponseBuilder.<String>create(
                        problem.type().status())
                .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(body(problem));
        var retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            response.header(HttpHeaders.RETRY_AFTER, Math.max(1, retryAfter.toSeconds()));
        }
        return response.build();
    }

    /** The document alone, for places that are not JAX-RS. */
    public String body(Problem problem) {
        var body = new LinkedHashMap<String, Object>();
        body.put("type", "/problems/" + problem.type().slug());
        body.put("title", problem.type().title());
        body.put("status", problem.type().status());
        body.put("detail", String.valueOf(problem.getMessage()));
        var requestId = MDC.get(REQUEST_ID);
        if (requestId != null) {
            body.put(REQUEST_ID, requestId);
        }
        if (!problem.faults().isEmpty()) {
            body.put("errors", problem.faults());
        }
        body.putAll(problem.more());
        return text(body);
    }

    private String text(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
