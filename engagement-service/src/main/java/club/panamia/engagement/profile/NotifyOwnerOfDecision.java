package club.panamia.engagement.profile;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The owner hears what was decided about their profile; from the house, and leading nowhere: the letter has the reason. */
class NotifyOwnerOfDecision implements EventHandler {

    /** Only what is read here. Nobody owns a profile that was imported and not claimed yet. */
    record Decided(String profileId, @Nullable String userId) {
        List<String> owner() {
            return Stream.ofNullable(userId).toList();
        }
    }

    private final String type;
    private final NoticeKind kind;
    private final Notices notices;

    NotifyOwnerOfDecision(String type, NoticeKind kind, Notices notices) {
        this.type = type;
        this.kind = kind;
        this.notices = notices;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var decided = event.as(Decided.class);
        var notice = Notice.about(kind, "profile", decided.profileId());
        return notices.tellFromTheHouse(decided.owner(), notice, event);
    }
}
