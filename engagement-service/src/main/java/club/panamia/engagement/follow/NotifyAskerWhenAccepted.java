package club.panamia.engagement.follow;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.settings.Settings;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Somebody who had to ask hears that they may follow now; who follows without asking knows it. */
@ApplicationScoped
class NotifyAskerWhenAccepted implements EventHandler {

    /** The answer counts as the followed person's doing, whoever recorded it. */
    private static final String ASKED = """
            SELECT u.screenname FROM notifications n JOIN users u ON u.id = n.target
             WHERE n.actor = :asker AND n.target = :person AND n.params ->> 'kind' = 'follow-asked' AND u.screenname IS NOT NULL
             LIMIT 1
            """;

    private final Notices notices;
    private final String profilePath;

    NotifyAskerWhenAccepted(Notices notices, Settings settings) {
        this.notices = notices;
        this.profilePath = settings.profilePath();
    }

    @Override
    public String type() {
        return "social.follow.accepted";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var follow = event.as(SocialFollow.class);
        return follow.isBetweenTwoOfUs()
                ? tellIfAsked(follow, event)
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tellIfAsked(SocialFollow follow, RecordedEvent event) {
        var asker = String.valueOf(follow.followerUserId());
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(ASKED, String.class)
                        .setParameter("asker", asker)
                        .setParameter("person", String.valueOf(follow.followedUserId()))
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(person -> notices.tell(List.of(asker), accepted(person), event));
    }

    private Notice accepted(String person) {
        return Notice.of(NoticeKind.FOLLOW_ACCEPTED).leadingTo(profilePath.replace("{screenname}", person));
    }
}
