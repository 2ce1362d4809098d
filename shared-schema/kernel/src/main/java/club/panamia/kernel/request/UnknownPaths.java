package club.panamia.kernel.request;

import club.panamia.kernel.problem.CommonProblem;
import club.panamia.kernel.problem.ProblemWriter;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;

/** What no resource answers is refused in the same form as everything else. */
class UnknownPaths {

    private final ProblemWriter writer;

    UnknownPaths(ProblemWriter writer) {
        this.writer = writer;
    }

    void register(@Observes Router router) {
        router.route().last().handler(this::notFound);
    }

    private void notFound(RoutingContext context) {
        var problem = CommonProblem.NOT_FOUND.because("This service has nothing at that path.");
        context.response()
                .setStatusCode(404)
                .putHeader("Content-Type", ProblemWriter.MEDIA_TYPE)
                .end(writer.body(problem));
    }
}
