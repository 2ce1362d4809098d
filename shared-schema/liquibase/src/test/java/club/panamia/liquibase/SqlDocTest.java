package club.panamia.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import club.panamia.schema.PostgresUrl;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/sql.md tells people to type. */
class SqlDocTest {

    private final PostgresUrl database = TestServer.newDatabase();

    @Test
    void runsAndTheFirstQueryListsWhatIsApplied() throws IOException, SQLException {
        var applied = TestSchema.ofClassPath(database).up();

        var blocks = sqlOf(Files.readString(Path.of(System.getProperty("pana.root"), "docs", "sql.md")));

        assertThat(blocks).hasSize(4);
        assertThat(idsOf(blocks.getFirst())).isEqualTo(applied);
        blocks.forEach(sql -> TestServer.execute(database, sql));
    }

    private static List<String> sqlOf(String document) {
        return Pattern.compile("```sql\n(.*?)```", Pattern.DOTALL)
                .matcher(document)
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
    }

    private List<String> idsOf(String sql) throws SQLException {
        try (var connection = TestServer.connect(database.withUser("pana_migrator", "secret"));
                var statement = connection.createStatement()) {
            statement.execute("SET ROLE pana_owner");
            try (var rows = statement.executeQuery(sql)) {
                var ids = new ArrayList<String>();
                while (rows.next()) {
                    ids.add(rows.getString("id"));
                }
                return ids;
            }
        }
    }
}
