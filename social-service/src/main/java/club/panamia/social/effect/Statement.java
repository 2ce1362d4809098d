package club.panamia.social.effect;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One statement of an effect, in the caller's transaction. */
final class Statement {

    /** A post {@code s} that the actor {@code them} of another server may have: a condition. */
    static final String THEY_MAY_SEE = """
            NOT s.is_draft AND (s.expires_at IS NULL OR s.expires_at > now())
              AND NOT EXISTS (SELECT FROM internal.actor_block b
                               WHERE (b.actor_id, b.target_actor_id) IN ((s.actor_id, them.id), (them.id, s.actor_id)))
              AND (s.visibility IN ('public', 'quiet') OR s.actor_id = them.id
                   OR EXISTS (SELECT FROM social_recipients r WHERE r.status_id = s.id AND r.actor_id = them.id)
                   OR (s.visibility = 'followers'
                       AND EXISTS (SELECT FROM social_follows f WHERE f.actor_id = them.id AND f.target_actor_id = s.actor_id
                                                                  AND f.status = 'accepted')))
            """;

    private Statement() {}

    static Uni<Optional<Object[]>> first(String sql, Map<String, String> parameters) {
        return all(sql, parameters).map(rows -> rows.stream().findFirst());
    }

    static Uni<List<Object[]>> all(String sql, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(sql, Object[].class))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.getResultList());
    }

    static Uni<Integer> run(String sql, Map<String, String> parameters) {
        return CallersTransaction.session()
                .map(session -> session.createNativeQuery(sql))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.executeUpdate());
    }
}
