package club.panamia.engagement.mentoring;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import club.panamia.kernel.transaction.CallersTransaction;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Mentor and mentee hear of a step that the other one took; both of one that nobody did but time, or a moderator. */
class NotifyTheOtherOfSession implements EventHandler {

    /** Mentoring names a session by its row's id, or by that of its room. */
    private static final String SESSION = """
            SELECT s.id, s.session_id, s.topic, %s AS reason FROM mentor_sessions s
             WHERE s.id = :session OR s.session_id = :session
            """;

    /** Only what is read here. Who has left is absent. */
    record SessionNews(
            String sessionId,
            @Nullable String mentorId,
            @Nullable String menteeId,
            @Nullable Integer minutes) {}

    private final SessionNotice notice;
    private final Notices notices;

    NotifyTheOtherOfSession(SessionNotice notice, Notices notices) {
        this.notice = notice;
        this.notices = notices;
    }

    @Override
    public String type() {
        return notice.eventType();
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var news = event.as(SessionNews.class);
        return CallersTransaction.session()
                .chain(session -> session(session, news.sessionId()).getSingleResultOrNull())
                .onItem()
                .ifNotNull()
                .transformToUni(session -> tell(session, news, event));
    }

    private Mutiny.SelectionQuery<Object[]> session(Mutiny.Session session, String id) {
        return session.createNativeQuery(SESSION.formatted(notice.reason.sql), Object[].class)
                .setParameter("session", id);
    }

    private Uni<Void> tell(Object[] session, SessionNews news, RecordedEvent event) {
        return notices.tell(notice.readers(news.mentorId(), news.menteeId()), said(session, news), event);
    }

    private Notice said(Object[] session, SessionNews news) {
        return Notice.about(notice.kind, "session", String.valueOf(session[0]))
                .titled(String.valueOf(session[2]))
                .leadingTo(notice.place.of(String.valueOf(session[1])))
                .saying(session[3] == null ? null : session[3].toString())
                .in(news.minutes());
    }
}
