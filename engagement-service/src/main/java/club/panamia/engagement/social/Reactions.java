package club.panamia.engagement.social;

import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What people do with what others said. */
@Singleton
class Reactions {

    private final Hearers hearers;
    private final Notices notices;

    Reactions(Hearers hearers, Notices notices) {
        this.hearers = hearers;
        this.notices = notices;
    }

    @Produces
    @Singleton
    EventHandler liked() {
        return new NotifyAuthorOfReaction("social.status.liked", NoticeKind.LIKED, hearers, notices);
    }

    @Produces
    @Singleton
    EventHandler boosted() {
        return new NotifyAuthorOfReaction("social.status.boosted", NoticeKind.BOOSTED, hearers, notices);
    }
}
