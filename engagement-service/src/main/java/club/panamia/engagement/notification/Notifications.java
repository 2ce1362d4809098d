package club.panamia.engagement.notification;

import static club.panamia.engagement.notification.NotificationProblem.NO_SUCH_NOTIFICATION;

import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.id.Ids;
import club.panamia.kernel.identity.Actor;
import club.panamia.kernel.transaction.CallersTransaction;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

/** The notifications, for those who write them. Who only looks asks the {@link Inbox}. */
@ApplicationScoped
class Notifications implements PanacheRepositoryBase<Notification, String> {

    /** Selected from users, so that somebody who is gone is not told, and their foreign key parks no event. */
    private static final String TELL = """
            INSERT INTO notifications (id, type, target, context, object_type, object, object_url, message, dedupe_key)
            SELECT :id, CAST(:type AS notification_activity_type), u.id, CAST(:context AS notification_context),
                   CAST(:objectType AS notification_object_type), :object, replace(:url, '{screenname}', u.screenname),
                   :message, :dedupeKey
              FROM users u
             WHERE u.id = :target AND u.scrubbed_at IS NULL
            ON CONFLICT (dedupe_key) DO NOTHING
            """;

    /** Tells a person about an event, once however often the event is delivered; in the caller's transaction. */
    Uni<Void> tell(String userId, Notice notice, RecordedEvent event) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(TELL)
                        .setParameter("id", Ids.next())
                        .setParameter("type", notice.type())
                        .setParameter("target", userId)
                        .setParameter("context", notice.context())
                        .setParameter("objectType", notice.objectType())
                        .setParameter("object", notice.object())
                        .setParameter("url", notice.url())
                        .setParameter("message", notice.message())
                        .setParameter("dedupeKey", event.id() + ":" + userId)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** One of the reader's own, locked: of two readings at once the first one's time stays. */
    Uni<Notification> ofForChange(Actor reader, String id) {
        return find("id = ?1 and target = ?2", id, reader.userId())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResult()
                .onItem()
                .ifNull()
                .failWith(() -> NO_SUCH_NOTIFICATION.because("You have no notification of this id."));
    }
}
