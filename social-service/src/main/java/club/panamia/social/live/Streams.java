package club.panamia.social.live;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.jspecify.annotations.Nullable;

/** The streams of one process: first what was missed, then what is new. */
@Singleton
class Streams {

    /** More than that, of all that was said meanwhile, is for the lists. */
    private static final int LOOKED_THROUGH = 500;

    private final News news;
    private final Hearing hearing;
    private final Listeners listeners;

    Streams(News news, Hearing hearing, Listeners listeners) {
        this.news = news;
        this.hearing = hearing;
        this.listeners = listeners;
    }

    /**
     * All that {@code userId} finds on these timelines.
     *
     * @param last the post or boost that they were told last, if they come again
     */
    Multi<OutboundSseEvent> of(String userId, @Nullable String last, Collection<String> timelines) {
        return listeners.tell(userId, () -> events(told(userId, last), timelines));
    }

    private static Multi<OutboundSseEvent> events(Multi<Optional<Told>> told, Collection<String> timelines) {
        return told.onItem().transformToIterable(one -> one.isEmpty() ? reload() : events(one.get(), timelines));
    }

    /** Empty where the lists are to be read anew. */
    private Multi<Optional<Told>> told(String userId, @Nullable String last) {
        var heard = new Heard();
        return last == null
                ? fresh(userId, heard).map(Optional::of)
                : news.missed(last, LOOKED_THROUGH + 1)
                        .onItem()
                        .transformToMulti(missed -> resumed(userId, last, missed, heard));
    }

    private Multi<Optional<Told>> resumed(String userId, String last, News.Missed missed, Heard heard) {
        var since = missed.since();
        if (since == null || missed.ids().size() > LOOKED_THROUGH) {
            return Multi.createBy()
                    .concatenating()
                    .streams(
                            Multi.createFrom().item(Optional.empty()),
                            fresh(userId, heard).map(Optional::of));
        }
        return Multi.createBy()
                .concatenating()
                .streams(replay(userId, missed, heard), after(since, last, fresh(userId, heard)))
                .map(Optional::of);
    }

    private Multi<Told> replay(String userId, News.Missed missed, Heard heard) {
        Uni<Map<String, List<Told>>> told = missed.ids().isEmpty()
                ? Uni.createFrom().item(Map.of())
                : hearing.of(new String[] {userId}, missed.ids());
        return told.onItem()
                .transformToMulti(found -> Multi.createFrom().iterable(found.getOrDefault(userId, List.of())))
                .filter(heard::first);
    }

    private Multi<Told> fresh(String userId, Heard heard) {
        return news.of(userId).filter(heard::first);
    }

    private static Multi<Told> after(OffsetDateTime since, String last, Multi<Told> told) {
        return told.filter(one -> one.isAfter(since, last));
    }

    private static List<OutboundSseEvent> events(Told told, Collection<String> timelines) {
        return told.timelines().stream()
                .filter(timelines::contains)
                .map(timeline -> event(timeline, told))
                .toList();
    }

    private static OutboundSseEvent event(String timeline, Told told) {
        return builder()
                .name(timeline)
                .id(told.id())
                .data(String.class, told.json())
                .build();
    }

    private static List<OutboundSseEvent> reload() {
        return List.of(builder().name("reload").data("read the lists anew").build());
    }

    private static OutboundSseEvent.Builder builder() {
        return new OutboundSseEventImpl.BuilderImpl();
    }
}
