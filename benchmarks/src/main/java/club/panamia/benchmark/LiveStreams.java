package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.measure.Latencies;
import club.panamia.benchmark.measure.Load;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.layout.SuiteService;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/** Two thousand open streams: how soon they tell what happened, and what others notice when all are lost and opened anew at once. */
final class LiveStreams {

    static final String NAME = "streams";

    private static final int LISTENERS = 2_000;
    private static final int PER_SECOND = 200;
    private static final int SECONDS = 15;
    private static final int AT_ONCE = 10;
    private static final int CALLS_PER_SECOND = 100;
    private static final int MEANWHILE = 100;
    private static final int REHEARSALS = 4;

    private static final String EVENTS = """
            INSERT INTO internal.event (type, payload)
            SELECT 'auth.account.linked', jsonb_build_object('userId', 'u' || lpad(i::text, 23, '0'))
              FROM generate_series(CAST(? AS int), CAST(? AS int)) i
            """;

    private final Stage stage;
    private final StreamsTable table = new StreamsTable(LISTENERS);

    private LiveStreams(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-streams"));
            var live = new LiveStreams(stage);
            live.run();
            new Results(root).replace(NAME, live.table.text() + "\n" + Results.machine() + "\n");
        }
    }

    private void run() throws SQLException {
        try (var connection = stage.connect()) {
            Told.seed(connection, 10, 100);
        }
        stage.start(Set.of(SuiteService.ENGAGEMENT), Way.DIRECT);
        try (var streams = new Streams(stage, Source.NOTIFICATIONS, LISTENERS)) {
            var opened = streams.listen();
            rehearse(streams);
            table.heard(heard(streams, PER_SECOND * SECONDS), opened);
            askForUnread(SECONDS);
            var calm = askForUnread(2 * SECONDS);
            storm(streams, calm);
        }
    }

    /** Everything once, which counts for nothing: compilers need their time where they share the processors. */
    private void rehearse(Streams streams) throws SQLException {
        heard(streams, PER_SECOND * 2 * SECONDS);
        for (var storm = 0; storm < REHEARSALS; storm++) {
            streams.dropAllIn(Duration.ofSeconds(2));
            askForUnread(SECONDS);
            streams.reopening();
        }
    }

    /** All lose their streams two seconds after others have begun to ask; something happens before they are open again. */
    private void storm(Streams streams, Latencies calm) {
        streams.expect(MEANWHILE);
        var sentAway = streams.sentAway();
        streams.dropAllIn(Duration.ofSeconds(2));
        Thread.ofVirtual().start(() -> recordMeanwhile(streams));
        var asked = askForUnread(2 * SECONDS);
        var reopening = streams.reopening();
        table.storm(calm, asked, streams.heard(), reopening, streams.sentAway() - sentAway);
    }

    private void recordMeanwhile(Streams streams) {
        try {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2_500));
            record(streams, LISTENERS - MEANWHILE, MEANWHILE);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Latencies askForUnread(int seconds) {
        try (var load = new Load(stage.port(SuiteService.ENGAGEMENT), calls())) {
            return load.steady(CALLS_PER_SECOND, Duration.ofSeconds(seconds));
        }
    }

    private static List<Call> calls() {
        return IntStream.range(0, Told.PEOPLE)
                .mapToObj(i -> Call.to("/api/notifications/unread-count")
                        .with("Cookie", "authjs.session-token=" + People.sessionToken(i * 7919 % Told.PEOPLE)))
                .toList();
    }

    private Latencies heard(Streams streams, int events) throws SQLException {
        streams.expect(events);
        record(streams, 0, events);
        return streams.heard();
    }

    /** At a steady pace, ten events of ten people in each statement. */
    private void record(Streams streams, int from, int events) throws SQLException {
        try (var connection = stage.connect();
                var insert = connection.prepareStatement(EVENTS)) {
            var start = System.nanoTime();
            for (var event = 0; event < events; event += AT_ONCE) {
                var appointed = start + TimeUnit.SECONDS.toNanos(event) / PER_SECOND;
                while (System.nanoTime() < appointed) {
                    LockSupport.parkNanos(appointed - System.nanoTime());
                }
                var first = (from + event) % LISTENERS;
                IntStream.range(first, first + AT_ONCE).forEach(streams::records);
                insert.setInt(1, first);
                insert.setInt(2, first + AT_ONCE - 1);
                insert.executeUpdate();
            }
        }
    }
}
