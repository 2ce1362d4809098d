package club.panamia.profile.answer;

import club.panamia.kernel.request.ETag;
import club.panamia.kernel.secret.Sha256;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.Provider;

/** Conditional answers (RFC 9110, section 13) for {@link Cacheable} endpoints. */
@Provider
@Cacheable
class CacheableAnswers implements ContainerResponseFilter {

    private static final String FOR_EVERYBODY = "public, max-age=60, stale-while-revalidate=300";
    private static final String FOR_ONE = "private, no-store";

    /** Origin, too: this takes the place of what the house says of every answer. */
    private static final String DEPENDS_ON = "Origin, Cookie, Authorization";

    private final ObjectMapper json;

    CacheableAnswers(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getStatus() != Status.OK.getStatusCode()) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle(HttpHeaders.VARY, DEPENDS_ON);
        if (maySignIn(request)) {
            headers.putSingle(HttpHeaders.CACHE_CONTROL, FOR_ONE);
            return;
        }
        var tag = "\"" + contentHash(response.getEntity()) + "\"";
        headers.putSingle(HttpHeaders.CACHE_CONTROL, FOR_EVERYBODY);
        headers.putSingle(HttpHeaders.ETAG, tag);
        if (ETag.isKnown(tag, request.getHeaderString(HttpHeaders.IF_NONE_MATCH))) {
            response.setStatus(Status.NOT_MODIFIED.getStatusCode());
            response.setEntity(null);
        }
    }

    /** Whoever shows anything that could be a person's is not everybody, also where it turns out to have ended. */
    private static boolean maySignIn(ContainerRequestContext request) {
        return request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION)
                || request.getHeaders().containsKey(HttpHeaders.COOKIE);
    }

    private String contentHash(Object entity) {
        try {
            return Sha256.hex(json.writeValueAsBytes(entity)).substring(0, 32);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is answered as JSON can be written as JSON", e);
        }
    }
}
