package club.panamia.engagement.social;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Whoever asked, and whoever voted, hears that a poll is over. */
@ApplicationScoped
class NotifyVotersWhenPollEnds implements EventHandler {

    record Ended(String statusId, List<String> userIds) {}

    private final Notices notices;

    NotifyVotersWhenPollEnds(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "social.poll.ended";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var ended = event.as(Ended.class);
        var notice = Notice.about(NoticeKind.POLL_ENDED, null, ended.statusId()).leadingTo(Heard.PLACE);
        return notices.tellFromTheHouse(ended.userIds(), notice, event);
    }
}
