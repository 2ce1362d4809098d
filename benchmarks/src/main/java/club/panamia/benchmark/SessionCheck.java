package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;

/** Who is asking, by the session cookie: one look-up among 100,000 sessions, and a short JSON answer. */
final class SessionCheck implements Benchmark {

    static final int SESSIONS = 100_000;

    private static final String COOKIE = "authjs.session-token=";

    @Override
    public String name() {
        return "session-check";
    }

    @Override
    public String title() {
        return "Session check by cookie (`GET /api/ops/me`)";
    }

    @Override
    public SuiteService service() {
        return SuiteService.OPS;
    }

    @Override
    public int barMicros() {
        return 80;
    }

    @Override
    public void seed(Connection connection) throws SQLException {
        People.seed(connection, SESSIONS);
    }

    @Override
    public List<Call> calls(Stage stage) {
        return IntStream.range(0, 10_000)
                .mapToObj(i -> Call.to("/api/ops/me").with("Cookie", COOKIE + People.sessionToken(i * 7919 % SESSIONS)))
                .toList();
    }
}
