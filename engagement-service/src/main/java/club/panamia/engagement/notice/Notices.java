package club.panamia.engagement.notice;

import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Tells people, once however often an event is delivered; in the caller's transaction. Nobody is told of what they did
 * themselves, and what somebody does not want to hear is noted with the reason and not told.
 */
@ApplicationScoped
public class Notices {

    /**
     * One statement, so that the notification, its deliveries and the number on the bell are never apart. Readers come from
     * users, so that somebody who is gone is not told, and no foreign key parks the event. What is not wanted in the inbox goes
     * to the archive, where it waits for the mail that may be wanted. Readers are taken in the order of their ids, so that two
     * who tell the same people do not wait for each other. Where one of two people blocks the other, neither learns which.
     */
    private static final String TELL = """
            WITH apart AS (
              SELECT p.user_id
                FROM profiles q
                JOIN social_actors me ON me.profile_id = q.id
                JOIN internal.actor_block b ON me.id IN (b.actor_id, b.target_actor_id)
                JOIN social_actors a ON a.id IN (b.actor_id, b.target_actor_id) AND a.id <> me.id
                JOIN profiles p ON p.id = a.profile_id
               WHERE q.user_id = CAST(:actor AS text)
            ), reader AS (
              SELECT u.id, u.screenname, w.id AS actor, w.screenname AS actor_screenname, w.name AS actor_name,
                     CAST(:once AS text) || ':' || u.id AS event_key,
                     CASE WHEN CAST(:always AS boolean) THEN NULL
                          WHEN w.locked_at IS NOT NULL THEN 'person-locked'
                          WHEN EXISTS (SELECT FROM internal.notification_mute m
                                        WHERE m.user_id = u.id AND m.person_id = w.id)
                            OR u.id IN (SELECT user_id FROM apart) THEN 'person-muted'
                          WHEN EXISTS (SELECT FROM internal.notification_mute m
                                        WHERE m.user_id = u.id AND m.thread = CAST(:object AS text)) THEN 'thread-muted'
                     END AS withheld,
                     CASE WHEN NOT CAST(:always AS boolean) AND NOT i.wanted THEN 'not-wanted' END AS not_in_app,
                     CASE WHEN CAST(:ownLetter AS boolean) THEN 'own-letter'
                          WHEN u.locked_at IS NOT NULL THEN 'account-locked'
                          WHEN CAST(:always AS boolean) THEN NULL
                          WHEN NOT e.wanted THEN 'not-wanted'
                          WHEN s.paused_until > now() THEN 'paused'
                          WHEN s.digest = 'off' THEN 'digest-off'
                     END AS not_by_email
                FROM users u
                LEFT JOIN users w ON w.id = CAST(:actor AS text) AND w.scrubbed_at IS NULL
                LEFT JOIN internal.notification_preference i
                  ON i.user_id = u.id AND i.category = CAST(:category AS text) AND i.channel = 'inApp'
                LEFT JOIN internal.notification_preference e
                  ON e.user_id = u.id AND e.category = CAST(:category AS text) AND e.channel = 'email'
                LEFT JOIN internal.notification_setting s ON s.user_id = u.id
               WHERE u.id = ANY (string_to_array(CAST(:readers AS text), ',')) AND u.scrubbed_at IS NULL
                 AND u.id IS DISTINCT FROM CAST(:actor AS text)
               ORDER BY u.id
            ), told AS (
              INSERT INTO notifications (type, context, target, actor, actor_screenname, actor_name, object_type, object,
                                         object_title, object_url, message, params, dedupe_key, email_preference_key,
                                         archived_at, expires_at)
              SELECT CAST(:type AS notification_activity_type), CAST(:context AS notification_context), id,
                     actor, actor_screenname, actor_name,
                     CAST(CAST(:objectType AS text) AS notification_object_type), CAST(:object AS text),
                     CAST(:title AS text), replace(CAST(:url AS text), '{screenname}', screenname), CAST(:message AS text),
                     jsonb_strip_nulls(jsonb_build_object(
                       'kind', CAST(:kind AS text), 'minutes', CAST(CAST(:minutes AS text) AS int),
                       'messageInSpanish', CAST(:messageInSpanish AS text))),
                     event_key, CAST(:category AS text), CASE WHEN not_in_app IS NOT NULL THEN now() END,
                     CASE WHEN CAST(:days AS int) > 0 THEN now() + make_interval(days => CAST(:days AS int)) END
                FROM reader WHERE withheld IS NULL
              ON CONFLICT (dedupe_key) DO NOTHING
              RETURNING id, target, context, dedupe_key, archived_at
            ), noted AS (
              INSERT INTO internal.notification_delivery
                     (user_id, notification_id, event_key, category, kind, channel, state, reason, due_at)
              SELECT r.id, t.id, r.event_key, CAST(:category AS text), CAST(:kind AS text), way.channel,
                     CASE WHEN way.reason IS NULL THEN 'queued' ELSE 'withheld' END, way.reason,
                     CASE WHEN way.reason IS NULL THEN now() + make_interval(secs => CAST(:delay AS int)) END
                FROM reader r
                LEFT JOIN told t ON t.dedupe_key = r.event_key
               CROSS JOIN LATERAL (VALUES ('inApp', coalesce(r.withheld, r.not_in_app)),
                                          ('email', coalesce(r.withheld, r.not_by_email))) AS way (channel, reason)
               WHERE (r.withheld IS NOT NULL OR t.id IS NOT NULL) AND (way.channel = 'email' OR way.reason IS NOT NULL)
              ON CONFLICT (event_key, channel) DO NOTHING
            )
            INSERT INTO internal.unread_count AS known (user_id, contexts)
            SELECT target, jsonb_build_object(context, 1) FROM told WHERE archived_at IS NULL ORDER BY target
            ON CONFLICT (user_id) DO UPDATE SET contexts = internal.add_counts(known.contexts, excluded.contexts)
            """;

    /** Long enough to read it on the page first; then no mail is sent. */
    private static final int MAIL_AFTER_SECONDS = 180;

    /** Tells each reader, once for each event. */
    public Uni<Void> tell(List<String> readers, Notice notice, RecordedEvent event) {
        return tell(readers, notice, event.actorId(), event.id());
    }

    /** Tells each reader as something that nobody did but the house. */
    public Uni<Void> tellFromTheHouse(List<String> readers, Notice notice, RecordedEvent event) {
        return tell(readers, notice, null, event.id());
    }

    /** Tells each reader once for what {@code once} names, also where it happens again. */
    public Uni<Void> tellOnce(List<String> readers, Notice notice, RecordedEvent event, String once) {
        return tell(readers, notice, event.actorId(), once);
    }

    /** Tells each reader once for what {@code once} names, as something that nobody did but the house, and that is no event. */
    public Uni<Void> tellFromTheHouseOnce(List<String> readers, Notice notice, String once) {
        return tell(readers, notice, null, once);
    }

    private static Uni<Void> tell(List<String> readers, Notice notice, @Nullable String actor, String once) {
        return readers.isEmpty()
                ? Uni.createFrom().voidItem()
                : CallersTransaction.session()
                        .chain(session -> said(session, notice)
                                .setParameter("readers", String.join(",", readers))
                                .setParameter("actor", actor)
                                .setParameter("once", once)
                                .executeUpdate())
                        .replaceWithVoid();
    }

    private static Mutiny.MutationQuery said(Mutiny.Session session, Notice notice) {
        var kind = notice.kind();
        var minutes = notice.minutes();
        var always = !kind.category().optional();
        return session.createNativeQuery(TELL)
                .setParameter("type", kind.type())
                .setParameter("context", kind.context())
                .setParameter("kind", kind.label())
                .setParameter("category", kind.category().label())
                .setParameter("always", always)
                .setParameter("ownLetter", kind.hasOwnLetter())
                .setParameter("delay", always ? 0 : MAIL_AFTER_SECONDS)
                .setParameter("days", kind.days())
                .setParameter("objectType", notice.objectType())
                .setParameter("object", notice.object())
                .setParameter("title", notice.title())
                .setParameter("url", notice.url())
                .setParameter("message", notice.message())
                .setParameter("minutes", minutes == null ? null : minutes.toString())
                .setParameter("messageInSpanish", notice.messageInSpanish());
    }
}
