package club.panamia.engagement.mentoring;

import club.panamia.engagement.notice.NoticeKind;

/** Which step of a session is told in which words, where it leads, and what stands in it as SQL over the session {@code s}. */
enum SessionNotice {
    REQUESTED("requested", NoticeKind.SESSION_REQUESTED, Place.SCHEDULE, Reason.NONE),
    ACCEPTED("accepted", NoticeKind.SESSION_ACCEPTED, Place.ROOM, Reason.NONE),
    DECLINED("declined", NoticeKind.SESSION_DECLINED, Place.SCHEDULE, Reason.DECLINED),
    CANCELLED("cancelled", NoticeKind.SESSION_CANCELLED, Place.SCHEDULE, Reason.CANCELLED),
    EXPIRED("expired", NoticeKind.SESSION_EXPIRED, Place.SCHEDULE, Reason.NONE),
    PROPOSED("proposed", NoticeKind.SESSION_PROPOSED, Place.SCHEDULE, Reason.NONE),
    RESCHEDULED("rescheduled", NoticeKind.SESSION_RESCHEDULED, Place.ROOM, Reason.NONE),
    STARTED("started", NoticeKind.SESSION_STARTED, Place.ROOM, Reason.NONE),
    COMPLETED("completed", NoticeKind.SESSION_COMPLETED, Place.ROOM, Reason.NONE),
    MISSED("no-show", NoticeKind.SESSION_MISSED, Place.SCHEDULE, Reason.NONE),
    REMINDER("reminder-due", NoticeKind.SESSION_REMINDER, Place.ROOM, Reason.NONE),
    FEEDBACK("feedback-due", NoticeKind.SESSION_FEEDBACK, Place.ROOM, Reason.NONE);

    final String step;
    final NoticeKind kind;
    final Place place;
    final Reason reason;

    SessionNotice(String step, NoticeKind kind, Place place, Reason reason) {
        this.step = step;
        this.kind = kind;
        this.place = place;
        this.reason = reason;
    }

    String eventType() {
        return "mentoring.session." + step;
    }

    /** Pages of the front end. */
    enum Place {
        SCHEDULE("/m/schedule"),
        ROOM("/m/session/{session}");

        private final String path;

        Place(String path) {
            this.path = path;
        }

        String of(String sessionId) {
            return path.replace("{session}", sessionId);
        }
    }

    /** What one of them wrote; it is private and never travels in events. */
    enum Reason {
        NONE("CAST(NULL AS text)"),
        DECLINED("s.decline_reason"),
        CANCELLED("s.cancel_reason");

        final String sql;

        Reason(String sql) {
            this.sql = sql;
        }
    }
}
