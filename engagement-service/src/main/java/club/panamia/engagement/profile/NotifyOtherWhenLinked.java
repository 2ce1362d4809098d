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

/** The owner of the other profile hears that somebody wants to be shown beside it, or agreed to. */
class NotifyOtherWhenLinked implements EventHandler {

    record Linked(String otherProfileId, @Nullable String otherUserId) {
        List<String> owner() {
            return Stream.ofNullable(otherUserId).toList();
        }
    }

    private final String type;
    private final NoticeKind kind;
    private final Notices notices;

    NotifyOtherWhenLinked(String type, NoticeKind kind, Notices notices) {
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
        var linked = event.as(Linked.class);
        return notices.tell(linked.owner(), Notice.about(kind, "profile", linked.otherProfileId()), event);
    }
}
