package club.panamia.ops.job;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.StreamSupport;

/** The jobs of all services: when they ran, and what came of it. */
@ApplicationScoped
public class Ledger {

    private static final String HURRY = "UPDATE internal.job SET due_at = now() WHERE name = $1";

    private static final String ALL = """
            SELECT name, service, due_at, runner IS NOT NULL AND leased_until > now() AS running, started_at, ended_at, done,
                   done_ever, failures, error
              FROM internal.job ORDER BY name
            """;

    private final Pool pool;

    Ledger(Pool pool) {
        this.pool = pool;
    }

    /** Makes it due: its service runs it when it looks the next time. */
    public Uni<Void> hurry(String name) {
        return pool.preparedQuery(HURRY)
                .execute(Tuple.of(name))
                .invoke(hurried -> {
                    if (hurried.rowCount() == 0) {
                        throw NOT_FOUND.because("There is no job '%s'.".formatted(name));
                    }
                })
                .replaceWithVoid();
    }

    public Uni<List<JobView>> all() {
        return pool.preparedQuery(ALL)
                .mapping(JobView::of)
                .execute()
                .map(rows -> StreamSupport.stream(rows.spliterator(), false).toList());
    }
}
