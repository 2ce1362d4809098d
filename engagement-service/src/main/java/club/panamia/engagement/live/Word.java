package club.panamia.engagement.live;

import club.panamia.engagement.notification.NotificationView;
import club.panamia.engagement.notification.UnreadCount;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.resteasy.reactive.server.jaxrs.OutboundSseEventImpl;

/** What a stream says (HTML, section 9.2). */
final class Word {

    private static final int SOONEST_MILLIS = 1_000;
    private static final int LATEST_MILLIS = 5_000;

    private Word() {}

    /**
     * The id is remembered by the other side although nothing has happened yet; so it misses nothing when it comes again. Each is
     * given another time to wait before that.
     */
    static OutboundSseEvent welcome(String last) {
        return builder()
                .comment("welcome")
                .id(last)
                .reconnectDelay(ThreadLocalRandom.current().nextInt(SOONEST_MILLIS, LATEST_MILLIS))
                .build();
    }

    static OutboundSseEvent ping() {
        return builder().comment("ping").build();
    }

    static OutboundSseEvent reload() {
        return builder().name("reload").data("read the list anew").build();
    }

    static OutboundSseEvent of(NotificationView told) {
        return builder()
                .name("notification")
                .id(told.id())
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(NotificationView.class, told)
                .build();
    }

    static OutboundSseEvent of(UnreadCount unread) {
        return builder()
                .name("unread")
                .mediaType(MediaType.APPLICATION_JSON_TYPE)
                .data(UnreadCount.class, unread)
                .build();
    }

    private static OutboundSseEvent.Builder builder() {
        return new OutboundSseEventImpl.BuilderImpl();
    }
}
