package club.panamia.engagement.security;

import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which events of auth-service and ops-service are told to the person whose account it is. */
@Singleton
class SecurityNotices {

    private final Notices notices;

    SecurityNotices(Notices notices) {
        this.notices = notices;
    }

    @Produces
    @Singleton
    EventHandler accountLinked() {
        return new NotifyPersonOfTheirAccount("auth.account.linked", NoticeKind.ACCOUNT_LINKED, notices);
    }

    @Produces
    @Singleton
    EventHandler accountUnlinked() {
        return new NotifyPersonOfTheirAccount("auth.account.unlinked", NoticeKind.ACCOUNT_UNLINKED, notices);
    }

    @Produces
    @Singleton
    EventHandler addressesChanged() {
        return new NotifyPersonOfTheirAccount("auth.user.addresses-changed", NoticeKind.ADDRESSES_CHANGED, notices);
    }

    @Produces
    @Singleton
    EventHandler adminGranted() {
        return new NotifyPersonOfTheirAccount("auth.user.admin-granted", NoticeKind.ADMIN_GRANTED, notices);
    }

    @Produces
    @Singleton
    EventHandler adminRevoked() {
        return new NotifyPersonOfTheirAccount("auth.user.admin-revoked", NoticeKind.ADMIN_REVOKED, notices);
    }

    @Produces
    @Singleton
    EventHandler emailChanged() {
        return new NotifyPersonOfTheirAccount("ops.email.changed", NoticeKind.EMAIL_CHANGED, notices);
    }

    @Produces
    @Singleton
    EventHandler emailChangeUndone() {
        return new NotifyPersonOfTheirAccount("ops.email.change-undone", NoticeKind.EMAIL_CHANGE_UNDONE, notices);
    }
}
