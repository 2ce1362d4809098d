package club.panamia.auth.export;

import static club.panamia.auth.export.ExportProblem.NO_EXPORT;
import static club.panamia.auth.export.ExportProblem.RUNNING;

import club.panamia.kernel.event.DomainEvent;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.personal.SealedAddresses;
import club.panamia.kernel.secret.EncryptionKeys;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The copies that people asked for; one per person, kept for a week. */
@ApplicationScoped
class Exports {

    private static final String ADDRESSES = """
            SELECT concat_ws(' ', email, nullif(array_to_string(alternate_emails, ' '), '')) FROM users
             WHERE id = :user AND scrubbed_at IS NULL
            """;

    /** A copy that is whole, or that nobody finished within a day, makes place for another. */
    private static final String CLEAR = """
            DELETE FROM internal.subject_request r
             WHERE r.user_id = :user AND r.kind = 'export'
               AND (r.created_at < now() - interval '1 day' OR cardinality(%s) = 0)
            """.formatted(SubjectServices.WAITED_FOR);

    private static final String REQUEST = """
            INSERT INTO internal.subject_request (id, user_id, kind, addresses, expires_at)
            VALUES (:id, :user, 'export', :addresses, now() + interval '7 days')
            ON CONFLICT (user_id, kind) DO NOTHING
            """;

    private static final String READ = """
            SELECT r.created_at, r.expires_at, %s AS waiting_for,
                   (SELECT jsonb_object_agg(p.service, p.content) FROM internal.subject_request_part p
                     WHERE p.request_id = r.id) AS services
              FROM internal.subject_request r
             WHERE r.user_id = $1 AND r.kind = 'export' AND r.expires_at > now()
            """.formatted(SubjectServices.WAITED_FOR);

    private final Pool pool;
    private final EncryptionKeys keys;

    Exports(Pool pool, EncryptionKeys keys) {
        this.pool = pool;
        this.keys = keys;
    }

    /** Somebody wants to see what everybody holds on them. */
    record Requested(String userId, String requestId) implements DomainEvent {
        @Override
        public String type() {
            return "auth.user.export-requested";
        }
    }

    /** In the caller's transaction; of many who ask at once one gets it. */
    Uni<Requested> request(Actor actor, String requestId) {
        return CallersTransaction.session()
                .call(session -> clear(session, actor))
                .chain(session -> insert(session, actor, requestId))
                .map(inserted -> {
                    if (inserted == 0) {
                        throw RUNNING.because("Look again in a moment.");
                    }
                    return new Requested(actor.userId(), requestId);
                });
    }

    private static Uni<Integer> clear(Mutiny.Session session, Actor actor) {
        return session.createNativeQuery(CLEAR)
                .setParameter("user", actor.userId())
                .executeUpdate();
    }

    private Uni<Integer> insert(Mutiny.Session session, Actor actor, String requestId) {
        return session.createNativeQuery(ADDRESSES, String.class)
                .setParameter("user", actor.userId())
                .getSingleResult()
                .map(addresses -> SealedAddresses.seal(List.of(addresses.split(" ")), actor.userId(), keys))
                .chain(encrypted -> session.createNativeQuery(REQUEST)
                        .setParameter("id", requestId)
                        .setParameter("user", actor.userId())
                        .setParameter("addresses", encrypted)
                        .executeUpdate());
    }

    Uni<ExportView> of(Actor actor) {
        return pool.preparedQuery(READ).execute(Tuple.of(actor.userId())).map(rows -> {
            if (rows.size() == 0) {
                throw NO_EXPORT.because("Ask for one first; it is kept for seven days.");
            }
            return ExportView.of(rows.iterator().next());
        });
    }
}
