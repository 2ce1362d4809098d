package club.panamia.liquibase.session;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;

/** What a database's error means to whoever runs a migration. */
public final class Failure {

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private Failure() {}

    public static String inOneLine(SQLException e) {
        var server = e instanceof PSQLException p ? p.getServerErrorMessage() : null;
        var text = oneLine(server == null ? e.getMessage() : server.getMessage());
        if (LOCK_NOT_AVAILABLE.equals(e.getSQLState())) {
            return text + "; somebody holds the table for longer than " + Session.LOCK_TIMEOUT
                    + ": end that transaction (docs/sql.md shows who it is) and run again";
        }
        if (PSQLState.QUERY_CANCELED.getState().equals(e.getSQLState())) {
            return text + "; split the migration into smaller ones, or SET LOCAL statement_timeout in it";
        }
        return text;
    }

    /** The first of our own messages among the causes, else the innermost cause's. */
    public static SchemaProblem of(String what, Throwable failure) {
        var innermost = failure;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SchemaProblem problem) {
                return problem;
            }
            innermost = cause;
        }
        var text = innermost instanceof SQLException e ? inOneLine(e) : oneLine(innermost.getMessage());
        return new SchemaProblem(what + ": " + text, failure);
    }

    private static String oneLine(@Nullable String message) {
        return message == null ? "no reason given" : message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
