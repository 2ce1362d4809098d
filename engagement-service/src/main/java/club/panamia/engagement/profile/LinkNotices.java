package club.panamia.engagement.profile;

import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which step of linking two profiles is told in which words. */
@Singleton
class LinkNotices {

    @Produces
    @Singleton
    EventHandler asked(Notices notices) {
        return new NotifyOtherWhenLinked("profile.link.asked", NoticeKind.PROFILE_LINK_ASKED, notices);
    }

    @Produces
    @Singleton
    EventHandler accepted(Notices notices) {
        return new NotifyOtherWhenLinked("profile.link.accepted", NoticeKind.PROFILE_LINK_ACCEPTED, notices);
    }
}
