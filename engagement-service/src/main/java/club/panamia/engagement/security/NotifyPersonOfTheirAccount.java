package club.panamia.engagement.security;

import club.panamia.engagement.notice.Notice;
import club.panamia.engagement.notice.NoticeKind;
import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** A person hears what happened to their account, also where they did it: it may have been somebody else in their name. */
class NotifyPersonOfTheirAccount implements EventHandler {

    record OfAccount(String userId) {}

    private final String type;
    private final NoticeKind kind;
    private final Notices notices;

    NotifyPersonOfTheirAccount(String type, NoticeKind kind, Notices notices) {
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
        var person = event.as(OfAccount.class).userId();
        return notices.tellFromTheHouse(List.of(person), Notice.of(kind).leadingTo("/account"), event);
    }
}
