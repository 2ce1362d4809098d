package club.panamia.kernel.event;

import club.panamia.kernel.id.Ids;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Where a use-case records what happened; the one seam at which a broker could take over. */
@ApplicationScoped
public class EventLog {

    private static final String RECORD = """
            INSERT INTO internal.event (id, type, actor_id, payload)
            VALUES (:id, :type, :actor, CAST(CAST(:payload AS text) AS jsonb))
            """;

    /**
     * Records the event in the caller's transaction: it is told to others if, and only if, that commits.
     *
     * @param actorId who did it, if a person did
     */
    public Uni<Void> record(@Nullable String actorId, DomainEvent event) {
        return CallersTransaction.session()
                .chain(session -> insert(session, actorId, event).executeUpdate())
                .replaceWithVoid();
    }

    private static Mutiny.MutationQuery insert(Mutiny.Session session, @Nullable String actorId, DomainEvent event) {
        return session.createNativeQuery(RECORD)
                .setParameter("id", Ids.next())
                .setParameter("type", event.type())
                .setParameter("actor", actorId)
                .setParameter("payload", Payload.of(event));
    }
}
