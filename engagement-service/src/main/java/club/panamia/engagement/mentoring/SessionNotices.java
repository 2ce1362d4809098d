package club.panamia.engagement.mentoring;

import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Every step of a session that is told. */
@Singleton
class SessionNotices {

    private final Notices notices;

    SessionNotices(Notices notices) {
        this.notices = notices;
    }

    @Produces
    @Singleton
    EventHandler requested() {
        return new NotifyTheOtherOfSession(SessionNotice.REQUESTED, notices);
    }

    @Produces
    @Singleton
    EventHandler accepted() {
        return new NotifyTheOtherOfSession(SessionNotice.ACCEPTED, notices);
    }

    @Produces
    @Singleton
    EventHandler declined() {
        return new NotifyTheOtherOfSession(SessionNotice.DECLINED, notices);
    }

    @Produces
    @Singleton
    EventHandler cancelled() {
        return new NotifyTheOtherOfSession(SessionNotice.CANCELLED, notices);
    }

    @Produces
    @Singleton
    EventHandler expiring() {
        return new NotifyTheOtherOfSession(SessionNotice.EXPIRING, notices);
    }

    @Produces
    @Singleton
    EventHandler expired() {
        return new NotifyTheOtherOfSession(SessionNotice.EXPIRED, notices);
    }

    @Produces
    @Singleton
    EventHandler proposed() {
        return new NotifyTheOtherOfSession(SessionNotice.PROPOSED, notices);
    }

    @Produces
    @Singleton
    EventHandler rescheduled() {
        return new NotifyTheOtherOfSession(SessionNotice.RESCHEDULED, notices);
    }

    @Produces
    @Singleton
    EventHandler started() {
        return new NotifyTheOtherOfSession(SessionNotice.STARTED, notices);
    }

    @Produces
    @Singleton
    EventHandler completed() {
        return new NotifyTheOtherOfSession(SessionNotice.COMPLETED, notices);
    }

    @Produces
    @Singleton
    EventHandler missed() {
        return new NotifyTheOtherOfSession(SessionNotice.MISSED, notices);
    }

    @Produces
    @Singleton
    EventHandler reminder() {
        return new NotifyTheOtherOfSession(SessionNotice.REMINDER, notices);
    }

    @Produces
    @Singleton
    EventHandler feedback() {
        return new NotifyTheOtherOfSession(SessionNotice.FEEDBACK, notices);
    }
}
