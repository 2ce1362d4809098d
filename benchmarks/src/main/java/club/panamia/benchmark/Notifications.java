package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.layout.SuiteService;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What the number on the bell and a page of the list cost where five million notifications are. */
final class Notifications {

    static final String NAME = "notifications";

    private static final int CALLS = 10_000;
    private static final int TOKENS = 200;

    private final Stage stage;
    private final NotificationsTable table = new NotificationsTable();

    private Notifications(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-notifications"));
            var notifications = new Notifications(stage);
            notifications.run();
            new Results(root).replace(NAME, notifications.table.text() + "\n" + Results.machine() + "\n");
        }
    }

    private void run() throws SQLException {
        try (var connection = stage.connect()) {
            Told.seed(connection, 50, 1_000);
        }
        stage.start(Set.of(SuiteService.ENGAGEMENT, SuiteService.AUTH), Way.DIRECT);
        ask("unread count, by token: one statement", byToken("/api/notifications/unread-count"), 80, 0);
        ask("unread count, by cookie: two", byCookie("/api/notifications/unread-count"), 0, 0);
        ask("first page of the list", byCookie("/api/notifications"), 0, 30);
        ask(
                "a hundred unread of one context",
                byCookie("/api/notifications?state=unread&context=review&limit=100"),
                0,
                0);
        ask("first page of the groups", byCookie("/api/notifications/groups"), 0, 0);
    }

    private void ask(String title, List<Call> calls, int barMicros, int barMillis) {
        var cost = SearchCost.of(
                new Search(title, barMillis, 100, calls),
                stage,
                stage.pid(SuiteService.ENGAGEMENT),
                stage.port(SuiteService.ENGAGEMENT));
        System.out.println(table.add(title, cost, barMicros, barMillis));
    }

    /** Half of them by those who are told much. */
    private static List<Call> byCookie(String path) {
        return IntStream.range(0, CALLS)
                .mapToObj(Notifications::person)
                .map(person -> Call.to(path).with("Cookie", "authjs.session-token=" + People.sessionToken(person)))
                .toList();
    }

    /** By fewer people: for each a token must be asked for. */
    private List<Call> byToken(String path) {
        return IntStream.range(0, TOKENS)
                .map(Notifications::person)
                .mapToObj(person -> Call.to(path).with("Authorization", Tokens.bearer(stage, person)))
                .toList();
    }

    private static int person(int call) {
        return call % 2 == 0 ? call % Told.MUCH_TOLD : call * 7919 % Told.PEOPLE;
    }
}
