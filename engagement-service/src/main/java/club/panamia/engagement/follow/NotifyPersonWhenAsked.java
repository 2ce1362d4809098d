package club.panamia.engagement.follow;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Somebody who chooses their followers hears who would like to be one. */
@ApplicationScoped
class NotifyPersonWhenAsked implements EventHandler {

    private final Notices notices;

    NotifyPersonWhenAsked(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "social.follow.requested";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var follow = event.as(SocialFollow.class);
        return follow.isBetweenTwoOfUs()
                ? notices.tell(
                        List.of(String.valueOf(follow.followedUserId())),
                        Notice.of(NoticeKind.FOLLOW_ASKED).leadingTo("/updates"),
                        event)
                : Uni.createFrom().voidItem();
    }
}
