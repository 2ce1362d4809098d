package club.panamia.kernel.request;

import club.panamia.kernel.id.Ids;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/**
 * Every request has an id: the trace id of a {@code traceparent} (W3C Trace Context), else a new one. It stands in every log line
 * and problem of the request, and in the answer's {@code X-Request-Id}.
 */
class RequestId {

    private static final Pattern TRACE_PARENT =
            Pattern.compile("[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}.*");
    private static final int BEFORE_ALL = 1000;

    void register(@Observes Filters filters) {
        filters.register(RequestId::mark, BEFORE_ALL);
    }

    private static void mark(RoutingContext context) {
        var id = traceId(context.request().getHeader("traceparent"));
        MDC.put("requestId", id);
        context.response().putHeader("X-Request-Id", id);
        context.next();
    }

    private static String traceId(@Nullable String traceParent) {
        if (traceParent == null) {
            return Ids.next();
        }
        var parts = TRACE_PARENT.matcher(traceParent);
        return parts.matches() ? parts.group(1) : Ids.next();
    }
}
