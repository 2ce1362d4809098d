package club.panamia.migrator;

import club.panamia.schema.PostgresUrl;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** An empty PostgreSQL of a test's own. */
record Database(EmbeddedPostgres server) implements AutoCloseable {

    static Database start() throws IOException {
        return new Database(EmbeddedPostgres.start());
    }

    PostgresUrl admin() {
        return new PostgresUrl("localhost", server.getPort(), "postgres", "postgres", "", null);
    }

    PostgresUrl migrator() {
        return admin().withUser("pana_migrator", "secret");
    }

    /** The first column of every row. */
    List<String> query(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(admin().jdbc(), "postgres", "");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var values = new ArrayList<String>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
