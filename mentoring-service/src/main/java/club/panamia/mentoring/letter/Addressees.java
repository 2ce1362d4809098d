package club.panamia.mentoring.letter;

import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Who is written to about a session: whoever has proven their address, can sign in, and wants such mail. */
@ApplicationScoped
class Addressees {

    private static final String OF = """
            SELECT CAST(to_jsonb(reader) AS text) FROM (
              SELECT side.user_id, side.part, coalesce(side.zone, 'UTC') AS zone, u.email AS address, coalesce(p.mail_locale, 'en') AS locale,
                     CASE WHEN o.id IS NULL THEN 'Former Member' ELSE coalesce(o.name, o.screenname, 'A member') END AS other,
                     s.session_id, s.status, s.topic, s.proposed_at, s.request_expires_at,
                     q.quiet_from, q.quiet_until, coalesce(q.zone, 'UTC') AS quiet_zone,
                     s.accepted_at IS NOT NULL AS agreed, coalesce(s.decline_reason, s.cancel_reason) AS reason,
                     s.ical_uid, s.ical_sequence, s.scheduled_at, s.ends_at, s.created_at, s.updated_at,
                     s.location_kind, s.location_text
                FROM mentor_sessions s
               CROSS JOIN LATERAL (VALUES ('mentor', s.mentor_user_id, s.mentee_user_id, s.mentor_timezone),
                                          ('mentee', s.mentee_user_id, s.mentor_user_id, s.mentee_timezone))
                                  AS side (part, user_id, other_id, zone)
                JOIN users u ON u.id = side.user_id
                LEFT JOIN profiles p ON p.user_id = u.id
                LEFT JOIN users o ON o.id = side.other_id
                LEFT JOIN internal.notification_setting q ON q.user_id = u.id
               WHERE s.session_id = ?1 AND u.email_proven_at IS NOT NULL AND u.locked_at IS NULL AND u.scrubbed_at IS NULL
                 AND NOT EXISTS (SELECT FROM internal.notification_preference said
                                  WHERE said.user_id = u.id AND said.category = ?2 AND said.channel = 'email' AND NOT said.wanted)
               ORDER BY side.part) reader
            """;

    /** In the caller's transaction. */
    Uni<List<Addressee>> of(String sessionId, Occasion occasion) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(OF, String.class)
                        .setParameter(1, sessionId)
                        .setParameter(2, occasion.category())
                        .getResultList())
                .map(rows -> rows.stream()
                        .map(JsonObject::new)
                        .map(Addressee::of)
                        .filter(occasion::isStillSo)
                        .toList());
    }
}
