package club.panamia.engagement.mentoring;

import club.panamia.engagement.notice.NoticeKind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which step of a session is told in which words, where it leads, and what stands in it as SQL over the session {@code s}. */
enum SessionNotice {
    REQUESTED("requested", NoticeKind.SESSION_REQUESTED, Place.SCHEDULE, Reason.NONE),
    ACCEPTED("accepted", NoticeKind.SESSION_ACCEPTED, Place.ROOM, Reason.NONE),
    DECLINED("declined", NoticeKind.SESSION_DECLINED, Place.SCHEDULE, Reason.DECLINED),
    CANCELLED("cancelled", NoticeKind.SESSION_CANCELLED, Place.SCHEDULE, Reason.CANCELLED),
    EXPIRING("request-expiring", NoticeKind.SESSION_EXPIRING, Place.SCHEDULE, Reason.NONE),
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

    /** Who is to know: both, but for what only the mentor can do something about. Who has left is absent. */
    List<String> readers(@Nullable String mentor, @Nullable String mentee) {
        return Stream.of(Optional.ofNullable(mentor), Optional.ofNullable(this == EXPIRING ? null : mentee))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
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
