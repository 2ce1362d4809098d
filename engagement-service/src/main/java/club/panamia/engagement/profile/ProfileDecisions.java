package club.panamia.engagement.profile;

import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which decision against a profile, or for it after all, is told in which words. */
@Singleton
class ProfileDecisions {

    private final Notices notices;

    ProfileDecisions(Notices notices) {
        this.notices = notices;
    }

    @Produces
    @Singleton
    EventHandler declined() {
        return new NotifyOwnerOfDecision("profile.profile.declined", NoticeKind.PROFILE_DECLINED, notices);
    }

    @Produces
    @Singleton
    EventHandler suspended() {
        return new NotifyOwnerOfDecision("profile.profile.suspended", NoticeKind.PROFILE_SUSPENDED, notices);
    }

    @Produces
    @Singleton
    EventHandler restored() {
        return new NotifyOwnerOfDecision("profile.profile.restored", NoticeKind.PROFILE_RESTORED, notices);
    }
}
