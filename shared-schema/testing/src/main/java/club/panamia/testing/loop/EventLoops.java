package club.panamia.testing.loop;

import io.quarkus.test.junit.callback.QuarkusTestAfterEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Fails the test during which code of ours kept an event loop busy: Vert.x looks once a second and says so in the log. Found by
 * the service loader, so that every {@code @QuarkusTest} is watched.
 */
public final class EventLoops implements QuarkusTestAfterEachCallback {

    private static final String OURS = "club.panamia.";
    private static final ConcurrentLinkedQueue<Throwable> BLOCKED = new ConcurrentLinkedQueue<>();

    /** Kept in a field, since a logger that nobody holds forgets its handlers. */
    private static final Logger CHECKER = Logger.getLogger("io.vertx.core.impl.BlockedThreadChecker");

    static {
        CHECKER.addHandler(new Listener());
    }

    /** Where our code was when it was found blocking; asked once, it is forgotten. */
    public static List<Throwable> takeBlocked() {
        var found = new ArrayList<Throwable>();
        for (var blocked = BLOCKED.poll(); blocked != null; blocked = BLOCKED.poll()) {
            found.add(blocked);
        }
        return found;
    }

    @Override
    public void afterEach(QuarkusTestMethodContext context) {
        var found = takeBlocked();
        if (!found.isEmpty()) {
            throw new AssertionError(
                    "an event loop was blocked; what takes long belongs on a worker", found.getFirst());
        }
    }

    private static final class Listener extends Handler {

        @Override
        public void publish(LogRecord record) {
            var where = record.getThrown();
            if (where != null
                    && Arrays.stream(where.getStackTrace())
                            .anyMatch(frame -> frame.getClassName().startsWith(OURS))) {
                BLOCKED.add(where);
            }
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
