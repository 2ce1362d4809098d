package club.panamia.kernel.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * What a call was answered, as far as it is kept.
 *
 * @param fingerprint hash of the body that it answers
 */
record Answer(
        String fingerprint,
        int status,
        @Nullable String location,
        @Nullable String body) {

    static Answer to(String fingerprint, RestResponse<?> response, ObjectMapper json) {
        var entity = response.getEntity();
        return new Answer(
                fingerprint,
                response.getStatus(),
                response.getHeaderString(HttpHeaders.LOCATION),
                entity == null ? null : text(json, entity));
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    RestResponse<?> again(ObjectMapper json) {
        var response = RestResponse.ResponseBuilder.create(status).header("Idempotency-Replayed", "true");
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return (body == null ? response : response.entity(tree(json, body))).build();
    }

    private static String text(ObjectMapper json, Object entity) {
        try {
            return json.writeValueAsString(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an idempotent endpoint answers with JSON", e);
        }
    }

    private static Object tree(ObjectMapper json, String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept answer is no JSON", e);
        }
    }
}
