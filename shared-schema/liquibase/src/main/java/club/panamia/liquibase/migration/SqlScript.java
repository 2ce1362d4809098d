package club.panamia.liquibase.migration;

import club.panamia.liquibase.session.Failure;
import club.panamia.liquibase.session.SchemaProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.core.Parser;
import org.postgresql.util.PSQLException;

/**
 * A file's SQL, run statement by statement so that an error can name its line. The driver does the splitting: it knows
 * quotes, dollar quotes and comments.
 */
public record SqlScript(String name, List<Statement> statements) {

    /** One statement and the line of the file on which its text begins. */
    public record Statement(String sql, int line) {

        public boolean startsWith(String word) {
            return sql.substring(firstWord(sql)).stripLeading().startsWith(word);
        }
    }

    public static SqlScript of(String name, String text, int firstLine) {
        try {
            var statements = new ArrayList<Statement>();
            var offset = 0;
            for (var query : Parser.parseJdbcSql(text, true, false, true, false, false)) {
                var at = text.indexOf(query.nativeSql, offset);
                statements.add(new Statement(query.nativeSql, firstLine + newlines(text.substring(0, at))));
                offset = at + query.nativeSql.length();
            }
            return new SqlScript(name, List.copyOf(statements));
        } catch (SQLException e) {
            throw new SchemaProblem("%s cannot be split into statements: %s".formatted(name, e.getMessage()), e);
        }
    }

    /** Runs every statement; the caller owns the transaction. */
    public void run(Connection connection) {
        for (var statement : statements) {
            run(connection, statement);
        }
    }

    public void run(Connection connection, Statement statement) {
        try (var jdbc = connection.createStatement()) {
            // The files are PostgreSQL's SQL, not JDBC's: braces and question marks mean themselves.
            jdbc.setEscapeProcessing(false);
            jdbc.execute(statement.sql());
        } catch (SQLException e) {
            throw new SchemaProblem("%s, line %d: %s".formatted(name, lineOf(statement, e), Failure.inOneLine(e)), e);
        }
    }

    private static int lineOf(Statement statement, SQLException e) {
        var message = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        var position = message == null ? 0 : message.getPosition();
        var sql = statement.sql();
        var until = position > 0 ? Math.min(position - 1, sql.length()) : firstWord(sql);
        return statement.line() + newlines(sql.substring(0, until));
    }

    /** Where the statement itself begins, behind blank lines and comments. */
    private static int firstWord(String sql) {
        var at = 0;
        for (var line : sql.split("(?<=\n)")) {
            if (!line.isBlank() && !line.stripLeading().startsWith("--")) {
                return at;
            }
            at += line.length();
        }
        return 0;
    }

    private static int newlines(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }
}
