package club.panamia.liquibase.roles;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/** Questions and orders about roles, over one connection. Role names given here are trusted; all else is quoted. */
final class Catalog {

    private final Connection connection;

    Catalog(Connection connection) {
        this.connection = connection;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    boolean roleExists(String role) throws SQLException {
        return isTrue("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = ?)", role);
    }

    boolean schemaExists(String schema) throws SQLException {
        return isTrue("SELECT EXISTS (SELECT FROM pg_namespace WHERE nspname = ?)", schema);
    }

    /** Words that would have to be quoted wherever they are written. */
    boolean isKeyword(String word) throws SQLException {
        return isTrue("SELECT EXISTS (SELECT FROM pg_get_keywords() WHERE word = ? AND catcode IN ('R', 'T'))", word);
    }

    boolean isMember(String who, String group) throws SQLException {
        return isTrue("""
                SELECT EXISTS (SELECT FROM pg_auth_members m
                               JOIN pg_roles who ON who.oid = m.member JOIN pg_roles grp ON grp.oid = m.roleid
                               WHERE who.rolname = ? AND grp.rolname = ?)""", who, group);
    }

    boolean hasLanguage(String role) throws SQLException {
        return isTrue(
                "SELECT bool_or(has_language_privilege(?, oid, 'USAGE')) FROM pg_language WHERE lanpltrusted", role);
    }

    /** The languages in which anybody may write functions unless it is taken away, as far as we may; quoted. */
    List<String> ownLanguages() throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        SELECT quote_ident(lanname) FROM pg_language
                        WHERE lanpltrusted AND pg_has_role(lanowner, 'USAGE')""")) {
            var languages = new ArrayList<String>();
            while (rows.next()) {
                languages.add(rows.getString(1));
            }
            return languages;
        }
    }

    /** The database's name, quoted. */
    String database() throws SQLException {
        return identifier(string("SELECT current_database()"));
    }

    String identifier(String name) throws SQLException {
        return pg().escapeIdentifier(name);
    }

    /** Hashed on our side, so that it appears in no log of the server. */
    void setPassword(String role, String password) throws SQLException {
        pg().alterUserPassword(role, password.toCharArray(), "scram-sha-256");
    }

    /** Compares with the stored secret where we may read it, else tries to log in. */
    boolean hasPassword(String role, String password) throws SQLException {
        if (isTrue("SELECT has_table_privilege('pg_authid', 'SELECT')")) {
            var secret = stringOrNull("SELECT rolpassword FROM pg_authid WHERE rolname = ?", role);
            return secret != null && ScramSecret.matches(secret, password);
        }
        var login = new Properties();
        login.setProperty("user", role);
        login.setProperty("password", password);
        try (var other = DriverManager.getConnection(connection.getMetaData().getURL(), login)) {
            return other.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }

    /** Does {@code work} as {@code role}. */
    void actingAs(String role, Work work) throws SQLException {
        asMemberOf(role, () -> {
            execute("SET ROLE " + role);
            work.run();
            execute("RESET ROLE");
        });
    }

    /**
     * Does {@code work} with the right to become {@code role}. Who created a role may administer it but not become it
     * (PostgreSQL 16), so the right is taken for this while and given back.
     */
    void asMemberOf(String role, Work work) throws SQLException {
        var borrowed = !isTrue("SELECT pg_has_role(current_user, ?::name, 'SET')", role);
        if (borrowed) {
            execute("GRANT %s TO CURRENT_USER WITH INHERIT FALSE, SET TRUE".formatted(role));
        }
        work.run();
        if (borrowed) {
            execute("REVOKE %s FROM CURRENT_USER GRANTED BY CURRENT_USER".formatted(role));
        }
    }

    interface Work {
        void run() throws SQLException;
    }

    boolean isTrue(String sql, String... arguments) throws SQLException {
        return "t".equals(stringOrNull(sql, arguments));
    }

    String string(String sql, String... arguments) throws SQLException {
        var value = stringOrNull(sql, arguments);
        if (value == null) {
            throw new SQLException("No row for: " + sql);
        }
        return value;
    }

    private @Nullable String stringOrNull(String sql, String... arguments) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (var i = 0; i < arguments.length; i++) {
                statement.setString(i + 1, arguments[i]);
            }
            try (var rows = statement.executeQuery()) {
                return rows.next() ? rows.getString(1) : null;
            }
        }
    }

    private PGConnection pg() throws SQLException {
        return connection.unwrap(PGConnection.class);
    }
}
