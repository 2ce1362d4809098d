package club.panamia.engagement.live;

import club.panamia.engagement.notification.NotificationView;
import club.panamia.engagement.notification.UnreadCount;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.UnicastProcessor;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.ws.rs.sse.OutboundSseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/**
 * One open stream. What is told waits in it until the other side has taken what was told before; whoever takes nothing any more is
 * left, and asks for what they missed when they come again.
 */
final class Ear {

    /** More than that is for the list. */
    static final int REPLAYED = 100;

    private static final int WAITING = 256;
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** About so long; then the browser comes again by itself, and is asked again who it is. */
    private static final Duration LIFE = Duration.ofMinutes(10);

    private final String userId;
    private final String last;
    private final Locale language;
    private final Heard heard;
    private final BlockingQueue<OutboundSseEvent> waiting = new ArrayBlockingQueue<>(WAITING);
    private final UnicastProcessor<OutboundSseEvent> words = UnicastProcessor.create(waiting, () -> {});
    private final Instant end;
    private Instant beat;
    private volatile boolean caughtUp;
    private @Nullable UnreadCount unread;

    /**
     * Begins with a word, so that the other side knows that it is connected.
     *
     * @param last what they heard last, if they come again; else they hear what was told in the moments before
     */
    Ear(String userId, @Nullable String last, Locale language, Instant now) {
        this.userId = userId;
        this.last = last == null ? Moment.shortlyBefore(now) : last;
        this.language = language;
        this.heard = new Heard(this.last);
        // Those who came together do not all leave, and come again, together.
        this.end = now.plusMillis(LIFE.toMillis() * ThreadLocalRandom.current().nextInt(80, 120) / 100);
        this.beat = now.plus(HEARTBEAT);
        words.onNext(Word.welcome(this.last));
    }

    String userId() {
        return userId;
    }

    String last() {
        return last;
    }

    boolean caughtUp() {
        return caughtUp;
    }

    Multi<OutboundSseEvent> words() {
        return words;
    }

    /** What was told before it was there, {@link #REPLAYED} at most; if there is one more, the list is to be read anew. */
    void catchUp(List<Row> missed) {
        if (missed.size() > REPLAYED) {
            missed.forEach(row -> heard.first(row.getString("id")));
            say(Word.reload());
        } else {
            missed.forEach(this::hear);
        }
        caughtUp = true;
    }

    /** Something that may have been told before. */
    void hear(Row row) {
        if (heard.first(row.getString("id"))) {
            say(Word.of(NotificationView.of(row, language)));
        }
    }

    /** The number on the bell, which may be as it was. */
    void hear(UnreadCount count) {
        if (!Objects.equals(unread, count)) {
            unread = count;
            say(Word.of(count));
        }
    }

    /** Gives a sign of life when it is time; whether it is over. */
    boolean isOver(Instant now) {
        if (now.isAfter(beat)) {
            beat = now.plus(HEARTBEAT);
            say(Word.ping());
        }
        return now.isAfter(end) || waiting.remainingCapacity() == 0;
    }

    /** What waits is still told. */
    void end() {
        words.onComplete();
    }

    private void say(OutboundSseEvent word) {
        if (waiting.remainingCapacity() > 0) {
            words.onNext(word);
        }
    }
}
