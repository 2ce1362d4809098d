package club.panamia.engagement.preference;

import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** What somebody says on their account's page about the seven kinds of mail counts here, too. */
@ApplicationScoped
class FollowWishesOfTheAccount implements EventHandler {

    record Wished(String userId) {}

    private static final String FOLLOW = """
            INSERT INTO internal.notification_preference (user_id, category, channel, wanted)
            SELECT u.id, said.key, 'email', CAST(said.value AS boolean)
              FROM users u, jsonb_each_text(u.notification_preferences) AS said
             WHERE u.id = :person AND said.value IN ('true', 'false')
               AND said.key IN ('coauthorInvites', 'reviewRequests', 'articlePublished', 'articleReplies', 'revisionNeeded',
                                'mentoringRequests', 'systemAnnouncements')
            ON CONFLICT (user_id, category, channel) DO UPDATE SET wanted = excluded.wanted
            """;

    @Override
    public String type() {
        return "auth.user.preferences-changed";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FOLLOW)
                        .setParameter("person", event.as(Wished.class).userId())
                        .executeUpdate())
                .replaceWithVoid();
    }
}
