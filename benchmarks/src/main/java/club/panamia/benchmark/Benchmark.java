package club.panamia.benchmark;

import club.panamia.benchmark.measure.Call;
import club.panamia.benchmark.stage.Stage;
import club.panamia.dev.layout.SuiteService;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;

/** One thing that is asked of a service over and over, and how much CPU it may cost. */
public interface Benchmark {

    /** In kebab-case; the peer's route has the same name. */
    String name();

    /** What is measured, in a few words. */
    String title();

    /** The service that is measured. */
    SuiteService service();

    /** Others that must run for it. */
    default Set<SuiteService> alsoNeeded() {
        return Set.of();
    }

    /** Whether the database takes part, so that it is measured through PgBouncer, too. */
    default boolean asksTheDatabase() {
        return true;
    }

    /** The bar, in microseconds of application CPU per request with the statement cache on. */
    int barMicros();

    /** Makes its rows, as the superuser, once per database. */
    default void seed(Connection connection) throws SQLException {}

    /** What is asked, in turns; the peer is asked the same. */
    List<Call> calls(Stage stage);
}
