package club.panamia.migrator;

import club.panamia.liquibase.session.Failure;
import club.panamia.liquibase.session.SchemaProblem;
import club.panamia.liquibase.session.Session;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The commands for programs that get tokens, and for the keys that sign these. */
@Singleton
class ProgramCommands {

    private static final int SECRET_BYTES = 32;
    private static final String UNIQUE_VIOLATION = "23505";

    private static final String ADD = """
            INSERT INTO internal.oauth_client (id, name, secret_hash, grants, redirect_uris, audiences, scopes, first_party)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String LIST = """
            SELECT concat_ws('  ', id, CASE WHEN disabled_at IS NULL THEN 'enabled' ELSE 'disabled' END,
                             CASE WHEN secret_hash IS NULL THEN 'public' ELSE 'confidential' END,
                             CASE WHEN first_party THEN 'first-party' ELSE 'third-party' END,
                             array_to_string(grants, ','), name)
              FROM internal.oauth_client ORDER BY id
            """;

    private static final String ENABLE =
            "UPDATE internal.oauth_client SET disabled_at = CASE WHEN ? THEN NULL ELSE coalesce(disabled_at, now()) END WHERE id = ?";

    private static final String NEW_SECRET =
            "UPDATE internal.oauth_client SET secret_hash = ? WHERE id = ? AND secret_hash IS NOT NULL";

    private static final String ASK_FOR_SUCCESSOR = """
            UPDATE internal.signing_key SET succession_asked_at = now()
             WHERE id = (SELECT id FROM internal.signing_key ORDER BY active_from DESC LIMIT 1)
            """;

    private final DataSource dataSource;

    ProgramCommands(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void run(ClientCommand command) {
        switch (command) {
            case ClientCommand.Add(var registration) -> add(registration);
            case ClientCommand.ListAll _ -> asOwner(ProgramCommands::printAll);
            case ClientCommand.Enable(var id, var enabled) -> {
                requireFound(id, change(ENABLE, enabled, id));
                System.out.println("%s is %s.".formatted(id, enabled ? "enabled" : "disabled"));
            }
            case ClientCommand.NewSecret(var id) -> {
                var secret = newSecret();
                requireFound(id, change(NEW_SECRET, hash(secret), id));
                print(id, secret);
            }
        }
    }

    /** The old key goes on being published, so that what it signed stays valid; after a leak it must not be. */
    void rotateKeys(boolean leaked) {
        if (leaked) {
            change("DELETE FROM internal.signing_key");
            System.out.println(
                    "All keys are gone: auth-service makes a new one within half a minute, and the services refuse"
                            + " tokens of the old ones within a minute after that.");
        } else if (change(ASK_FOR_SUCCESSOR) == 0) {
            throw new SchemaProblem("There is no signing key yet: auth-service makes the first one when it starts.");
        } else {
            System.out.println(
                    "A successor was asked for: auth-service publishes it within half a minute and signs with it ten"
                            + " minutes later. What was signed before stays valid.");
        }
    }

    private void add(ClientRegistration client) {
        var secret = client.isPublic() ? null : newSecret();
        try {
            change(
                    ADD,
                    client.id(),
                    client.name(),
                    secret == null ? null : hash(secret),
                    client.grants(),
                    client.redirectUris(),
                    client.audiences(),
                    client.scopes(),
                    client.firstParty());
        } catch (SchemaProblem problem) {
            throw problem.getCause() instanceof SQLException e && UNIQUE_VIOLATION.equals(e.getSQLState())
                    ? new SchemaProblem("There is a client '%s' already.".formatted(client.id()))
                    : problem;
        }
        print(client.id(), secret);
    }

    private static void print(String id, @Nullable String secret) {
        System.out.println("client_id      " + id);
        System.out.println(
                "client_secret  " + (secret == null ? "none: it is public, and proves itself by PKCE" : secret));
        if (secret != null) {
            System.out.println("The secret is shown this once; only its hash is kept.");
        }
    }

    private static void printAll(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(LIST)) {
            while (rows.next()) {
                System.out.println(rows.getString(1));
            }
        }
    }

    private static void requireFound(String id, int rows) {
        if (rows == 0) {
            throw new SchemaProblem("There is no client '%s', or it is a public one without a secret.".formatted(id));
        }
    }

    private int change(String sql, @Nullable Object... values) {
        var changed = new int[1];
        asOwner(connection -> {
            try (var statement = connection.prepareStatement(sql)) {
                bind(connection, statement, values);
                changed[0] = statement.executeUpdate();
            }
        });
        return changed[0];
    }

    private static void bind(Connection connection, PreparedStatement statement, @Nullable Object[] values)
            throws SQLException {
        for (var i = 0; i < values.length; i++) {
            statement.setObject(
                    i + 1,
                    values[i] instanceof List<?> list ? connection.createArrayOf("text", list.toArray()) : values[i]);
        }
    }

    private void asOwner(Work work) {
        try (var connection = dataSource.getConnection()) {
            Session.refuseStrangers(connection);
            Session.prepare(connection);
            work.with(connection);
        } catch (SQLException e) {
            throw Failure.of("The database of POSTGRES_DIRECT_URL cannot be used", e);
        }
    }

    /** 32 random bytes: too many to guess, so a plain hash keeps them. */
    private static String newSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** What is done on a connection. */
    private interface Work {
        void with(Connection connection) throws SQLException;
    }
}
