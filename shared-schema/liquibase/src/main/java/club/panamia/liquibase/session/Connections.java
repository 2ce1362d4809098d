package club.panamia.liquibase.session;

import club.panamia.schema.PostgresUrl;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** Direct connections, never through a pooler: migrations need a session of their own. */
public final class Connections {

    private Connections() {}

    public static Connection open(PostgresUrl url) {
        var login = new Properties();
        login.setProperty("user", url.user());
        login.setProperty("password", url.password());
        login.setProperty("ApplicationName", "pana-migrator");
        try {
            return DriverManager.getConnection(url.jdbc(), login);
        } catch (SQLException e) {
            throw Failure.of("No connection to " + url, e);
        }
    }
}
