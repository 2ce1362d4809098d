package club.panamia.social.draft;

import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/** Drafts whose time has come. */
@ApplicationScoped
class DueDrafts {

    static final String NEXT = """
            SELECT d.id, u.id AS author, u.screenname, u.locked_at IS NOT NULL AS locked FROM internal.post_draft d
              JOIN social_actors a ON a.id = d.actor_id JOIN profiles p ON p.id = a.profile_id JOIN users u ON u.id = p.user_id
             WHERE d.publish_at <= :now
             ORDER BY d.publish_at, d.id
             LIMIT 1
            """;

    /** The one that has been due longest. */
    @WithTransaction
    Uni<Optional<Due>> next(Instant now) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(NEXT, Object[].class)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(Due::of));
    }
}
