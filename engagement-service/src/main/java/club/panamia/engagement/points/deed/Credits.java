package club.panamia.engagement.points.deed;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;

/**
 * Notes what people did, once for each source, with the code of whoever brought them here: if that is an active affiliate, not
 * they themselves, and they came no more than fourteen days before.
 */
@Singleton
class Credits {

    private static final String CREDIT = """
            INSERT INTO interactions (user_id, action, affiliate, points, source_type, source_id)
            SELECT u.id, CAST(:action AS text),
                   (SELECT r.affiliate ->> 'code' FROM profiles p JOIN users r ON r.affiliate ->> 'code' = p.affiliate
                     WHERE p.user_id = u.id AND r.id <> u.id AND r.scrubbed_at IS NULL AND r.locked_at IS NULL
                       AND r.affiliate ->> 'activated' = 'true'
                       AND u.created_at > CAST(CAST(:at AS text) AS timestamptz) - interval '14 days'
                     LIMIT 1),
                   CAST(:points AS int), CAST(:sourceType AS text), CAST(:source AS text)
              FROM users u
             WHERE u.id = :person AND u.scrubbed_at IS NULL
            ON CONFLICT (action, source_type, source_id) DO NOTHING
            """;

    /** What gave points: a thing of a kind, which gives them once. */
    record Source(String type, String id) {}

    /** In the caller's transaction; known already, it does nothing. */
    Uni<Void> credit(String person, Deed deed, Source source, Instant at) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(CREDIT)
                        .setParameter("action", deed.label())
                        .setParameter("points", deed.points())
                        .setParameter("at", at.atOffset(ZoneOffset.UTC).toString())
                        .setParameter("person", person)
                        .setParameter("sourceType", source.type())
                        .setParameter("source", source.id())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
