package club.panamia.engagement.social;

import club.panamia.engagement.notice.Notices;
import club.panamia.kernel.event.EventHandler;
import club.panamia.kernel.event.RecordedEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map.Entry;

/** Somebody hears that they were answered, named, or sent a message; once, in the first of these ways. */
@ApplicationScoped
class NotifyThoseMeantWhenPosted implements EventHandler {

    record Posted(String statusId, List<String> heardBy) {}

    private final Hearers hearers;
    private final Notices notices;

    NotifyThoseMeantWhenPosted(Hearers hearers, Notices notices) {
        this.hearers = hearers;
        this.notices = notices;
    }

    @Override
    public String type() {
        return "social.status.posted";
    }

    @Override
    public Uni<Void> on(RecordedEvent event) {
        var posted = event.as(Posted.class);
        return hearers.of(posted.statusId(), posted.heardBy())
                .onItem()
                .transformToMulti(heard -> Multi.createFrom().iterable(heard.entrySet()))
                .onItem()
                .transformToUniAndConcatenate(way -> tell(way, posted, event))
                .onItem()
                .ignoreAsUni();
    }

    private Uni<Void> tell(Entry<Heard, List<String>> way, Posted posted, RecordedEvent event) {
        return notices.tell(way.getValue(), way.getKey().of(posted.statusId()), event);
    }
}
