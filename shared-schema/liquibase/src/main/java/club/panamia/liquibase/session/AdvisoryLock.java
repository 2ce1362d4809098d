package club.panamia.liquibase.session;

import java.sql.Connection;
import java.sql.SQLException;

/** Two processes that change the same catalog rows at once fail with "tuple concurrently updated": they take turns. */
public enum AdvisoryLock {
    GRANTS,
    ROLES;

    public void holdUntilCommit(Connection connection) throws SQLException {
        try (var lock = connection.prepareStatement("SELECT pg_advisory_xact_lock(hashtext('pana'), hashtext(?))")) {
            lock.setString(1, name());
            lock.execute();
        }
    }
}
