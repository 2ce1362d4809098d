package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Who is asking, by an access token: an RS256 signature verified offline, and a short JSON answer. */
final class JwtCheck implements Benchmark {

    private static final int PEOPLE = 200;

    @Override
    public String name() {
        return "jwt-check";
    }

    @Override
    public String title() {
        return "JWT check (`GET /api/ops/me`)";
    }

    @Override
    public SuiteService service() {
        return SuiteService.OPS;
    }

    @Override
    public Set<SuiteService> alsoNeeded() {
        return Set.of(SuiteService.AUTH);
    }

    @Override
    public boolean asksTheDatabase() {
        return false;
    }

    @Override
    public int barMicros() {
        return 60;
    }

    @Override
    public void seed(Connection connection) throws SQLException {
        People.seed(connection, SessionCheck.SESSIONS);
    }

    @Override
    public List<Call> calls(Stage stage) {
        return IntStream.range(0, PEOPLE)
                .mapToObj(person -> Call.to("/api/ops/me").with("Authorization", Tokens.bearer(stage, person)))
                .toList();
    }
}
