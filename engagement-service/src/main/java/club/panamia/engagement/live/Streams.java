package club.panamia.engagement.live;

import club.panamia.engagement.notification.NotificationView;
import io.smallrye.mutiny.Multi;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;
import org.jspecify.annotations.Nullable;

/** The streams of one process: first what was missed, then what is new, and between them a sign of life. */
@Singleton
class Streams {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** Then the browser comes again by itself, and is asked again who it is. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    /** More than that is for the list. */
    private static final int REPLAYED = 100;

    private final News news;
    private final Listeners listeners;

    Streams(News news, Listeners listeners) {
        this.news = news;
        this.listeners = listeners;
    }

    /**
     * All that {@code userId} is told.
     *
     * @param last what they were told last, if they come again
     */
    Multi<OutboundSseEvent> of(String userId, @Nullable String last, Locale language) {
        listeners.enter(userId);
        return Multi.createBy()
                .merging()
                .streams(heartbeat(), told(userId, last, language))
                .select()
                .first(LIFE)
                .onTermination()
                .invoke(() -> listeners.leave(userId));
    }

    private Multi<OutboundSseEvent> told(String userId, @Nullable String last, Locale language) {
        var heard = new Heard(last);
        var fresh =
                news.of(userId).filter(row -> heard.first(row.getString("id"))).map(row -> event(row, language));
        return last == null
                ? fresh
                : Multi.createBy().concatenating().streams(missed(userId, last, heard, language), fresh);
    }

    private Multi<OutboundSseEvent> missed(String userId, String last, Heard heard, Locale language) {
        return news.missed(userId, last, REPLAYED + 1).onItem().transformToMulti(rows -> replay(rows, heard, language));
    }

    private static Multi<OutboundSseEvent> replay(List<Row> rows, Heard heard, Locale language) {
        rows.forEach(row -> heard.first(row.getString("id")));
        return rows.size() > REPLAYED
                ? Multi.createFrom().item(reload())
                : Multi.createFrom().iterable(rows).map(row -> event(row, language));
    }

    /** The first one at once, so that the other side knows that it is connected. */
    private static Multi<OutboundSseEvent> heartbeat() {
        var beats = Multi.createFrom()
                .ticks()
                .startingAfter(HEARTBEAT)
                .every(HEARTBEAT)
                .onOverflow()
                .drop();
        return Multi.createBy()
                .concatenating()
                .streams(Multi.createFrom().item(0L), beats)
                .map(beat -> builder().comment("ping").build());
    }

    private static OutboundSseEvent reload() {
        return builder().name("reload").data("read the list anew").build();
    }

    private static OutboundSseEvent event(Row row, Locale language) {
        var told = NotificationView.of(row, language);
        return builder()
                .name("notification")
                .id(told.id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(NotificationView.class, told)
                .build();
    }

    private static OutboundSseEvent.Builder builder() {
        return new OutboundSseEventImpl.BuilderImpl();
    }
}
