package club.panamia.dev.frontdoor;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyResponse;

/** What the front door itself has to refuse, as RFC 9457 problems. */
final class Problems {

    private static final String TYPE = "application/problem+json";

    /** Seconds in which a service that was started anew is usually back. */
    private static final String RETRY_AFTER = "3";

    private Problems() {}

    static void unavailable(HttpServerRequest request, String service) {
        request.resume();
        request.response()
                .setStatusCode(503)
                .putHeader("Content-Type", TYPE)
                .putHeader("Retry-After", RETRY_AFTER)
                .end(down(service));
    }

    static Future<ProxyResponse> unavailable(ProxyContext context, String service) {
        return Future.succeededFuture(context.request()
                .release()
                .response()
                .setStatusCode(503)
                .putHeader("Content-Type", TYPE)
                .putHeader("Retry-After", RETRY_AFTER)
                .setBody(Body.body(down(service))));
    }

    static void notFound(HttpServerRequest request) {
        request.response()
                .setStatusCode(404)
                .putHeader("Content-Type", TYPE)
                .end(problem(404, "not-found", "Not found", "No service of the suite answers this path."));
    }

    private static Buffer down(String service) {
        return problem(503, "unavailable", "Service unavailable", "%s does not answer now.".formatted(service));
    }

    private static Buffer problem(int status, String type, String title, String detail) {
        return new JsonObject()
                .put("type", "/problems/" + type)
                .put("title", title)
                .put("status", status)
                .put("detail", detail)
                .toBuffer();
    }
}
