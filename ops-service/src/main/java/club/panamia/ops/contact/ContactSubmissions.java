package club.panamia.ops.contact;

import static club.panamia.kernel.problem.CommonProblem.NOT_FOUND;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** The messages that were sent to us. */
@ApplicationScoped
public class ContactSubmissions implements PanacheRepositoryBase<ContactSubmission, String> {

    private static final String FORGET = """
            DELETE FROM contact_submissions WHERE id IN (
              SELECT id FROM contact_submissions
               WHERE quarantined_for IS NOT NULL AND created_at < now() - make_interval(secs => $1) LIMIT 1000)
            """;

    private final Pool pool;

    ContactSubmissions(Pool pool) {
        this.pool = pool;
    }

    public Uni<ContactSubmission> received(String id) {
        return findById(id).onItem().ifNull().failWith(() -> NOT_FOUND.because("No message has this id."));
    }

    /** Those that were set apart so long ago; a thousand at most. */
    Uni<Integer> forgetDoubtful(Duration age) {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of((double) age.toSeconds()))
                .map(RowSet::rowCount);
    }
}
