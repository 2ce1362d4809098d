package club.panamia.schema.sidecar;

import static club.panamia.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.fixture.SidecarApp;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class StaleSidecarTest {

    private final Sql ops = TestDatabase.get().sqlAs("pana_ops");

    @Test
    void losesItsLongTransactionAndNobodyElseDoes() throws SQLException {
        try (var app = SidecarApp.ordinary();
                var stale = inTransaction(app.sql());
                var idle = app.sql().open();
                var service = inTransaction(TestDatabase.get().sqlAs("pana_auth"))) {

            assertThat(end("1 hour")).isZero();
            assertThat(stale.isValid(5)).isTrue();

            assertThat(end("0 seconds")).isEqualTo(1);
            eventually("the stale session has ended", Duration.ofSeconds(10), () -> !isValid(stale));
            assertThat(idle.isValid(5)).isTrue();
            assertThat(service.isValid(5)).isTrue();
        }
    }

    private long end(String olderThan) {
        return ops.one(Long.class, "SELECT count(*) FROM internal.end_stale_sidecars(?::interval)", olderThan);
    }

    private static Connection inTransaction(Sql sql) throws SQLException {
        var connection = sql.open();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("SELECT id FROM users");
        }
        return connection;
    }

    private static boolean isValid(Connection connection) {
        try {
            return connection.isValid(5);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
