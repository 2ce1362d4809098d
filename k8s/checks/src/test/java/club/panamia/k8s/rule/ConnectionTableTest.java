package club.panamia.k8s.rule;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.dev.layout.SuiteService;
import club.panamia.k8s.pooler.PgBouncerIni;
import club.panamia.k8s.render.Combination;
import club.panamia.k8s.render.Overlay;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The sums in docs/operations.md, Scaling out, come out by the arithmetic that judges the overlays. */
class ConnectionTableTest {

    private static final int SERVICES = SuiteService.values().length;

    /** The autoscaled Deployments start one pod more while they roll, and so does the central pooler. */
    private static final int SURGE = 1;

    /** As in production's budget.env. */
    private static final int RESERVED = 3 + 5 + 40;

    /** Which poolers a row has; no central ones means one in each pod. */
    record Row(int pods, int inAll, int central, int poolSize, int ownPool, int connections, int most) {

        static Row of(String line) {
            var cells = Arrays.stream(line.substring(1).split("\\|"))
                    .map(String::strip)
                    .toList();
            return new Row(
                    number(cells.get(0)),
                    number(cells.get(1)),
                    cells.get(2).equals("sidecar") ? 0 : number(cells.get(2).replace(" central", "")),
                    number(cells.get(3)),
                    number(cells.get(4)),
                    number(cells.get(5)),
                    number(cells.get(6)));
        }

        int sum() {
            return central == 0
                    ? SERVICES * Connections.held(pods, SURGE, 1, poolSize)
                    : Connections.held(central, SURGE, SERVICES, poolSize);
        }

        private static int number(String cell) {
            return Integer.parseInt(cell);
        }
    }

    static Stream<Row> rows() throws IOException {
        return Files.readAllLines(Overlay.K8S.resolve("../docs/operations.md")).stream()
                .dropWhile(line -> !line.startsWith("| Pods of each service |"))
                .takeWhile(line -> line.startsWith("|"))
                .skip(2)
                .map(Row::of);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void comesOut(Row row) {
        assertThat(row.inAll()).isEqualTo(row.pods() * SERVICES);
        assertThat(row.connections()).isEqualTo(row.sum()).isLessThanOrEqualTo(row.most() - RESERVED);
        assertThat(row.ownPool()).isLessThanOrEqualTo(2 * row.poolSize());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void leavesEveryPodAPlaceAtItsPooler(Row row) {
        var pods = row.central() == 0 ? 1.0 : (row.inAll() + SURGE * SERVICES) / (double) row.central();
        var pooler = row.central() == 0 ? "pgbouncer-sidecar" : "pgbouncer-central";
        var ini = PgBouncerIni.of(new Combination(List.of(pooler, "external-secrets", "gateway-api")).manifests());

        assertThat(pods * row.ownPool()).isLessThanOrEqualTo(ini.number("max_client_conn"));
    }

    @Test
    void tellsOfThreeOfThirtyAndOfThreeHundredPods() throws IOException {
        assertThat(rows().map(Row::pods)).contains(3, 30, 300);
        assertThat(rows().map(Row::inAll)).contains(28, 301);
    }

    @Test
    void tellsOfTheProductionOverlayAsItIs() throws IOException {
        var production = Overlay.PRODUCTION.manifests();
        var most = production
                .find("HorizontalPodAutoscaler", "auth-service")
                .orElseThrow()
                .spec()
                .at("maxReplicas")
                .number(0);
        var row = rows().filter(each -> each.pods() == most).findFirst().orElseThrow();

        assertThat(row.poolSize()).isEqualTo(PgBouncerIni.of(production).poolSize("pana"));
        assertThat(production
                        .configMap("settings")
                        .root()
                        .at("data", "DB_POOL_SIZE")
                        .text())
                .isEqualTo(Integer.toString(row.ownPool()));
        assertThat(budget("MAX_CONNECTIONS")).isEqualTo(row.most());
        assertThat(budget("RESERVED_FOR_SUPERUSERS")
                        + budget("RESERVED_FOR_MIGRATOR_AND_ADMINISTRATORS")
                        + budget("RESERVED_FOR_SIDECAR_APPS"))
                .isEqualTo(RESERVED);
    }

    /** Whoever asks the replica in its code is labelled for it, so that the sum counts it. */
    @ParameterizedTest
    @MethodSource("services")
    void countsForAReplicaWhoeverReadsFromIt(SuiteService service) throws IOException {
        var labelled = Overlay.PRODUCTION
                .manifests()
                .find("Deployment", service.module())
                .orElseThrow()
                .labels()
                .at("panamia.club/replica")
                .present();

        assertThat(labelled).isEqualTo(reads(service));
    }

    static Stream<SuiteService> services() {
        return Arrays.stream(SuiteService.values());
    }

    private static boolean reads(SuiteService service) throws IOException {
        try (var files =
                Files.walk(Overlay.K8S.resolve("..").resolve(service.module()).resolve("src/main/java"))) {
            return files.filter(Files::isRegularFile)
                    .anyMatch(file -> text(file).contains("database.ReadPool;"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static int budget(String name) {
        var data = Overlay.PRODUCTION
                .manifests()
                .configMap("connection-budget")
                .root()
                .at("data");
        return Integer.parseInt(data.at(name).text());
    }
}
