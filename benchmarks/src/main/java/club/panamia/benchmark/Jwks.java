package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import java.util.List;

/** The public keys, which everybody fetches who verifies tokens. */
final class Jwks implements Benchmark {

    @Override
    public String name() {
        return "jwks";
    }

    @Override
    public String title() {
        return "Public keys (`GET /.well-known/jwks.json`)";
    }

    @Override
    public SuiteService service() {
        return SuiteService.AUTH;
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
    public List<Call> calls(Stage stage) {
        return List.of(Call.to("/.well-known/jwks.json"));
    }
}
