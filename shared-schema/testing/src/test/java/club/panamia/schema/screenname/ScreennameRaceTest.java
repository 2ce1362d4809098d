package club.panamia.schema.screenname;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.testing.database.Race;
import club.panamia.testing.database.Sql;
import club.panamia.testing.database.TestDatabase;
import club.panamia.testing.seed.EmptyTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(EmptyTables.class)
class ScreennameRaceTest {

    private static final int RUNNERS = 50;

    private final Sql sql = TestDatabase.get().sql();

    @Test
    void goesToOneOfFiftyWhoWantItAtOnce() throws SQLException {
        sql.run(
                "INSERT INTO users (id, email) SELECT 'runner' || n, n || '@example.org' FROM generate_series(0, 49) n");

        var connections = new ArrayList<Connection>();
        for (var runner = 0; runner < RUNNERS; runner++) {
            connections.add(sql.open());
        }

        var outcomes = Race.of(RUNNERS, runner -> () -> claim(connections.get(runner), runner));

        assertThat(Collections.frequency(outcomes, "mine")).isEqualTo(1);
        assertThat(Collections.frequency(outcomes, "23505")).isEqualTo(RUNNERS - 1);
        assertThat(sql.list(String.class, "SELECT id FROM users WHERE lower(screenname) = 'bob'"))
                .isEqualTo(sql.list(String.class, "SELECT user_id FROM internal.screenname_claim WHERE norm = 'bob'"))
                .hasSize(1);
    }

    private static String claim(Connection connection, int runner) throws SQLException {
        try (connection;
                var statement = connection.prepareStatement("UPDATE users SET screenname = ? WHERE id = ?")) {
            statement.setString(1, runner % 2 == 0 ? "Bob" : " bob ");
            statement.setString(2, "runner" + runner);
            statement.execute();
            return "mine";
        } catch (SQLException e) {
            return e.getSQLState();
        }
    }
}
