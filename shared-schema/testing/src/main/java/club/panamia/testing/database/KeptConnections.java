package club.panamia.testing.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Connections of tests that are good for another statement. To begin one costs a server more than most statements of tests do: a
 * process of its own, a password to hash, and the catalogue to be read anew.
 */
final class KeptConnections {

    private static final int MOST = 4;
    private static final int ANSWER_SECONDS = 5;
    private static final Map<String, BlockingQueue<Connection>> KEPT = new ConcurrentHashMap<>();

    private KeptConnections() {}

    /** One that still answers; null where there is none. */
    static @Nullable Connection take(String whose) throws SQLException {
        var kept = of(whose);
        for (var next = kept.poll(); next != null; next = kept.poll()) {
            if (next.isValid(ANSWER_SECONDS)) {
                return next;
            }
            next.close();
        }
        return null;
    }

    /** Closes it where there are enough. */
    static void keep(String whose, Connection connection) throws SQLException {
        if (!of(whose).offer(connection)) {
            connection.close();
        }
    }

    private static BlockingQueue<Connection> of(String whose) {
        return KEPT.computeIfAbsent(whose, unseen -> new LinkedBlockingQueue<>(MOST));
    }
}
