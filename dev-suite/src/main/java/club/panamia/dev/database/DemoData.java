package club.panamia.dev.database;

import club.panamia.dev.process.Fault;
import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Objects;

/** A handful of people, profiles and articles, so that a new suite is not empty; inserting them again changes nothing. */
public final class DemoData {

    private DemoData() {}

    public static void insert(PostgresUrl superuser) {
        try (var connection = Postgres.connect(superuser);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql());
            connection.commit();
        } catch (SQLException e) {
            throw new Fault("The demo data does not fit the schema: %s".formatted(e.getMessage()));
        }
    }

    private static String sql() {
        try (var in = Objects.requireNonNull(DemoData.class.getResourceAsStream("demo.sql"), "demo.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
