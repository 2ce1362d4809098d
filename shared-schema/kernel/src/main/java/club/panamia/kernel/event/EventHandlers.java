package club.panamia.kernel.event;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that this service does when it hears of events. */
@Singleton
class EventHandlers {

    private final Map<String, List<EventHandler>> byType;

    EventHandlers(@All List<EventHandler> handlers) {
        byType = handlers.stream().collect(Collectors.groupingBy(EventHandler::type));
    }

    boolean isEmpty() {
        return byType.isEmpty();
    }

    /** All events, one after the other. */
    Uni<Void> handleAll(List<RecordedEvent> events) {
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(this::handle)
                .onItem()
                .ignoreAsUni();
    }

    /** One event by all its handlers, one after the other: a session takes one query at a time. */
    Uni<Void> handle(RecordedEvent event) {
        return Multi.createFrom()
                .iterable(byType.getOrDefault(event.type(), List.of()))
                .onItem()
                .transformToUniAndConcatenate(handler -> handler.on(event))
                .onItem()
                .ignoreAsUni();
    }
}
