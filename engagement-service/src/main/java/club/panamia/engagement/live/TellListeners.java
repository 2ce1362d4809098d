package club.panamia.engagement.live;

import club.panamia.engagement.notification.UnreadCount;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Tells all who listen at this process what is new: by a few questions for all of them together, asked again and again while
 * anybody listens. One look is over before the next one begins.
 */
@Singleton
class TellListeners {

    /** Who came since the last look; the others wait for the next one. */
    private static final int NEWCOMERS = 200;

    private final Listeners listeners;
    private final News news;
    private final Clock clock;

    /** When the number of each listener moved, as far as they were told. */
    private final Map<String, OffsetDateTime> told = new HashMap<>();

    TellListeners(Listeners listeners, News news, Clock clock) {
        this.listeners = listeners;
        this.news = news;
        this.clock = clock;
    }

    Uni<Void> look() {
        var now = clock.instant();
        listeners.all().filter(ear -> ear.isOver(now)).forEach(this::end);
        var people = listeners.people();
        told.keySet().removeIf(person -> listeners.of(person).isEmpty());
        return people.length == 0 ? Uni.createFrom().voidItem() : look(people, now);
    }

    private void end(Ear ear) {
        listeners.leave(ear);
        ear.end();
    }

    private Uni<Void> look(String[] people, Instant now) {
        var newcomers =
                listeners.all().filter(ear -> !ear.caughtUp()).limit(NEWCOMERS).toList();
        return news.missed(newcomers, now)
                .invoke(missed -> catchUp(newcomers, missed))
                .chain(() -> news.changed(people))
                .chain(changed -> tell(changed, newcomers));
    }

    private static void catchUp(List<Ear> newcomers, List<List<Row>> missed) {
        IntStream.range(0, newcomers.size()).forEach(i -> newcomers.get(i).catchUp(missed.get(i)));
    }

    private Uni<Void> tell(Map<String, OffsetDateTime> changed, List<Ear> newcomers) {
        var people = Stream.concat(
                        changed.entrySet().stream()
                                .filter(each -> !each.getValue().equals(told.get(each.getKey())))
                                .map(Map.Entry::getKey),
                        newcomers.stream().map(Ear::userId))
                .distinct()
                .toArray(String[]::new);
        return people.length == 0 ? Uni.createFrom().voidItem() : tell(people).invoke(() -> told.putAll(changed));
    }

    private Uni<Void> tell(String[] people) {
        return news.recent(people)
                .invoke(rows -> rows.forEach(this::tell))
                .chain(() -> news.unread(people))
                .invoke(counts -> counts.forEach(this::tell))
                .replaceWithVoid();
    }

    /** Whoever has not caught up yet hears it then. */
    private void tell(Row row) {
        listeners.of(row.getString("target")).stream().filter(Ear::caughtUp).forEach(ear -> ear.hear(row));
    }

    private void tell(String person, UnreadCount count) {
        listeners.of(person).forEach(ear -> ear.hear(count));
    }
}
