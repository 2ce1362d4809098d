package club.panamia.engagement.social;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;

/** Somebody hears who likes what they said, or hands it on; once for each person and post, however often they change their mind. */
class NotifyAuthorOfReaction implements EventHandler {

    record Reaction(String statusId, String userId) {}

    private final String type;
    private final NoticeKind kind;
    private final Hearers hearers;
    private final Notices notices;

    NotifyAuthorOfReaction(String type, NoticeKind kind, Hearers hearers, Notices notices) {
        this.type = type;
        this.kind = kind;
        this.hearers = hearers;
        this.notices = notices;
    }

    @Override
    public String type() {
        return type;
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var reaction = event.as(Reaction.class);
        var notice = Notice.about(kind, null, reaction.statusId()).leadingTo(Heard.PLACE);
        var once = "%s:%s:%s".formatted(kind.label(), reaction.userId(), reaction.statusId());
        return hearers.authorOf(reaction.statusId(), reaction.userId())
                .chain(author -> notices.tellOnce(author, notice, event, once));
    }
}
