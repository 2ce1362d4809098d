package club.panamia.kernel.request;

import static club.panamia.kernel.problem.CommonProblem.TOO_LARGE;

import club.panamia.kernel.problem.ProblemWriter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * A body that says it has more than a mebibyte is refused before it is read (RFC 9110, section 15.5.14). Paths that take large
 * ones are named by {@code pana.large-bodies}; there the service's {@code quarkus.http.limits.max-body-size} holds.
 */
@Singleton
class BodySizes {

    private static final long USUAL = 1 << 20;

    /** Before Quarkus' own check, which answers without a word. */
    private static final int EARLY = 100;

    private final List<String> large;
    private final long most;
    private final ProblemWriter writer;

    BodySizes(
            @ConfigProperty(name = "pana.large-bodies") Optional<List<String>> large,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            ProblemWriter writer) {
        this.large = large.orElse(List.of());
        this.most = most.asLongValue();
        this.writer = writer;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext context) {
        if (said(context) <= allowed(context.normalizedPath())) {
            context.next();
            return;
        }
        // Whatever comes of the body is not read: the connection ends with the answer.
        context.response()
                .setStatusCode(TOO_LARGE.status())
                .putHeader("Content-Type", ProblemWriter.MEDIA_TYPE)
                .putHeader("Connection", "close")
                .end(writer.body(TOO_LARGE.because("The body is larger than this path takes.")))
                .onComplete(sent -> context.request().connection().close());
    }

    private long allowed(String path) {
        return large.stream().anyMatch(path::startsWith) ? most : USUAL;
    }

    private static long said(RoutingContext context) {
        var length = context.request().getHeader("Content-Length");
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException nonsense) {
            return 0;
        }
    }
}
