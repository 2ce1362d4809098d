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

/** Somebody hears who follows them; once for each person, however often they stop and begin again, and not if they stopped. */
@ApplicationScoped
class NotifyPersonWhenFollowed implements EventHandler {

    record Followed(String followerId, String userId) {}

    private static final String FOLLOWER = """
            SELECT u.screenname FROM user_follows f JOIN users u ON u.id = f.follower_id
             WHERE f.follower_id = :follower AND f.following_id = :person AND u.screenname IS NOT NULL
            """;

    private final Notices notices;
    private final String profilePath;

    NotifyPersonWhenFollowed(Notices notices, Settings settings) {
        this.notices = notices;
        this.profilePath = settings.profilePath();
    }

    @Override
    public String type() {
        return "engagement.follow.begun";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var followed = event.as(Followed.class);
        return CallersTransaction.session()
                .chain(session -> session.createNativeQuery(FOLLOWER, String.class)
                        .setParameter("follower", followed.followerId())
                        .setParameter("person", followed.userId())
                        .getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(follower -> tell(followed, follower, event));
    }

    private Uni<Void> tell(Followed followed, String follower, RecordedEvent event) {
        var notice = Notice.of(NoticeKind.FOLLOWED).leadingTo(profilePath.replace("{screenname}", follower));
        return notices.tellOnce(List.of(followed.userId()), notice, event, "followed:" + followed.followerId());
    }
}
