package club.panamia.engagement.mentoring;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Whoever waits for a mentor's time hears that one is free, and how long it is kept for them. */
@ApplicationScoped
class NotifyWaitingWhenOffered implements EventHandler {

    record SlotOffered(String waitingId, String personId, Instant until) {}

    private final Notices notices;

    NotifyWaitingWhenOffered(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String type() {
        return "mentoring.waiting.offered";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var offered = event.as(SlotOffered.class);
        var minutes = Math.toIntExact(Math.max(
                1, Duration.between(event.recordedAt(), offered.until()).toMinutes()));
        var notice = Notice.about(NoticeKind.SLOT_OFFERED, null, offered.waitingId())
                .leadingTo("/m/schedule")
                .in(minutes);
        return notices.tellFromTheHouse(List.of(offered.personId()), notice, event);
    }
}
