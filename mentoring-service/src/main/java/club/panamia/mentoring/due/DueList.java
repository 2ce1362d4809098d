package club.panamia.mentoring.due;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** What is to be said about sessions, and when. */
@ApplicationScoped
class DueList implements PanacheRepositoryBase<SessionDue, String> {

    /** What another process is saying is passed over. */
    private static final String DUE = """
            SELECT d.id FROM internal.session_due d
             WHERE d.done_at IS NULL AND d.due_at <= ?1
             ORDER BY d.due_at LIMIT 50 FOR UPDATE SKIP LOCKED
            """;

    /** Locked; some of them. */
    Uni<List<SessionDue>> due(Instant now) {
        return getSession()
                .chain(session -> session.createNativeQuery(DUE, String.class)
                        .setParameter(1, now.atOffset(ZoneOffset.UTC))
                        .getResultList())
                .chain(ids -> list("id in ?1 order by dueAt", ids));
    }
}
