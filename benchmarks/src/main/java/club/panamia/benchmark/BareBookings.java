package club.panamia.benchmark;

import club.panamia.benchmark.measure.Latencies;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.process.Fault;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What no booking can do without, and nothing else: a session and the time of two people, by one prepared statement that nobody
 * decides on, so that one sees what this machine could do at best. Nobody stands in anybody's way.
 */
final class BareBookings implements AutoCloseable {

    private static final String BOOK = """
            WITH booked AS (
              INSERT INTO mentor_sessions (mentor_user_id, mentee_user_id, topic, session_type, scheduled_at, ends_at)
              SELECT a.id, b.id, 'Glazes', 'artistic', t, t + interval '1 hour'
                FROM users a, users b, date_trunc('hour', now()) + make_interval(days => 100, hours => ?) t
               WHERE lower(a.screenname) = ? AND lower(b.screenname) = ?
              RETURNING id, mentor_user_id, mentee_user_id, scheduled_at, ends_at
            )
            INSERT INTO internal.mentor_busy (user_id, during, session_id)
            SELECT p.id, tstzrange(s.scheduled_at, s.ends_at), s.id
              FROM booked s, LATERAL (VALUES (s.mentor_user_id), (s.mentee_user_id)) p (id)
            """;

    private final List<Connection> connections = new ArrayList<>();
    private final int pairs;
    private final AtomicInteger next = new AtomicInteger();
    private int written;

    /** As many connections, which book for so many pairs of people in turn. */
    BareBookings(Stage stage, int atOnce, int pairs) throws SQLException {
        this.pairs = pairs;
        for (var i = 0; i < atOnce; i++) {
            connections.add(stage.connect());
        }
    }

    /** So many bookings; each connection begins the next one when one is written. */
    Latencies write(int bookings) {
        var latencies = new Latencies();
        next.set(written);
        written += bookings;
        var end = written;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var connection : connections) {
                threads.submit(() -> bookUntil(end, connection, latencies));
            }
        }
        if (latencies.count() < bookings) {
            throw new Fault("Only %d of %d bare bookings could be written.".formatted(latencies.count(), bookings));
        }
        return latencies;
    }

    private int bookUntil(int end, Connection connection, Latencies latencies) throws SQLException {
        try (var statement = connection.prepareStatement(BOOK)) {
            for (var booking = next.getAndIncrement(); booking < end; booking = next.getAndIncrement()) {
                var since = System.nanoTime();
                statement.setInt(1, booking / pairs);
                statement.setString(2, "mentor-" + (1 + booking % pairs));
                statement.setString(3, "mentor-" + (1 + pairs + booking % pairs));
                var rows = statement.executeUpdate();
                latencies.answered(System.nanoTime() - since, rows == 2);
            }
        }
        return end;
    }

    @Override
    public void close() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }
}
