package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.measure.CpuTime;
import club.panamia.benchmark.measure.Load;
import club.panamia.benchmark.measure.Measurement;
import club.panamia.benchmark.stage.Stage;
import club.panamia.benchmark.stage.Way;
import club.panamia.dev.layout.SuiteService;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** How long it takes to list a mentor's slots of a month, and to book one, among 10,000 mentors with 200,000 sessions. */
final class Mentoring {

    static final String NAME = "mentoring";

    private static final int MENTORS = 10_000;
    private static final int HALF = MENTORS / 2;
    private static final int SESSIONS = 200_000;
    private static final int A_HUNDRED = 100;
    private static final int BOOKINGS = 1_500;
    private static final int BEFORE = 35_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final int MOST_SPANS = 9;
    private static final Duration MEASURED = Duration.ofSeconds(20);

    private final Stage stage;
    private final MentoringTable table = new MentoringTable();

    private Mentoring(Stage stage) {
        this.stage = stage;
    }

    static void measure(Path root) throws SQLException {
        try (var stage = Stage.open(root)) {
            Runtime.getRuntime().addShutdownHook(new Thread(stage::close, "stop-mentoring"));
            var mentoring = new Mentoring(stage);
            mentoring.run();
            new Results(root).replace(NAME, mentoring.table.text() + "\n" + Results.machine() + "\n");
        }
    }

    private void run() throws SQLException {
        try (var connection = stage.connect()) {
            MentoringRows.seed(connection, MENTORS, SESSIONS);
        }
        stage.start(Set.of(SuiteService.MENTORING), Way.DIRECT);
        slots();
        bookings();
    }

    private void bookings() {
        var cpu = new CpuTime(stage.pid(SuiteService.MENTORING));
        try (var load = new Load(stage.port(SuiteService.MENTORING), bookings(0, BEFORE))) {
            Measurement.warmUp(cpu, load, WARM_UP, MOST_SPANS);
        }
        Measurement.rest(cpu);
        try (var load = new Load(stage.port(SuiteService.MENTORING), bookings(BEFORE, BOOKINGS))) {
            var steady = load.steady(A_HUNDRED, Duration.ofSeconds(BOOKINGS / A_HUNDRED));
            table.add("booking on different mentors", "open loop, 100/s", steady, 99, 25);
        }
        try (var load =
                new Load(stage.port(SuiteService.MENTORING), bookings(BEFORE + BOOKINGS, BOOKINGS), A_HUNDRED)) {
            table.add("booking on different mentors", "100 at once", load.once(), 99, 25);
        }
    }

    private void slots() {
        var calls = IntStream.range(0, MENTORS)
                .mapToObj(
                        i -> Call.to(MentoringRows.slots(1 + i * 17 % MENTORS)).with("Cookie", MentoringRows.cookie(1)))
                .toList();
        try (var load = new Load(stage.port(SuiteService.MENTORING), calls)) {
            Measurement.warmUp(new CpuTime(stage.pid(SuiteService.MENTORING)), load, WARM_UP, MOST_SPANS);
            table.add("slots of 31 days", "open loop, 100/s", load.steady(A_HUNDRED, MEASURED), 95, 15);
        }
    }

    /** Half of the people ask the other half, an hour of the day after the other, each another one each time: nobody stands in anybody's way. */
    private List<Call> bookings(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(i -> Call.post("/api/mentoring/sessions", MentoringRows.request(mentor(i), i / HALF))
                        .with("Cookie", MentoringRows.cookie(1 + i % HALF))
                        .with("Idempotency-Key", "booking-" + i)
                        .with("Origin", stage.publicUrl()))
                .toList();
    }

    private static int mentor(int booking) {
        return 1 + HALF + (booking % HALF + booking / HALF) % HALF;
    }
}
