package club.panamia.liquibase.roles;

import club.panamia.liquibase.session.AdvisoryLock;
import club.panamia.liquibase.session.Failure;
import club.panamia.liquibase.session.SchemaProblem;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes a sidecar app's login role and schema, with the limits that a role cannot inherit from its group. Needs the role
 * that ran {@link RolesBootstrap}.
 */
public final class SidecarBootstrap {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{1,29}");
    private static final Set<String> RESERVED = Set.of("public", "internal", "extensions", "information_schema");

    private final Catalog catalog;
    private final String name;

    private SidecarBootstrap(Catalog catalog, String name) {
        this.catalog = catalog;
        this.name = name;
    }

    /**
     * Creates the sidecar {@code name}.
     *
     * @param auth whether it is trusted as ourselves: the stock adapter's rights on the four auth tables
     * @param givenPassword else a random one is made
     */
    public static Sidecar create(Connection connection, String name, boolean auth, Optional<String> givenPassword) {
        try {
            connection.setAutoCommit(false);
            try {
                AdvisoryLock.ROLES.holdUntilCommit(connection);
                var bootstrap = new SidecarBootstrap(new Catalog(connection), name);
                bootstrap.refuseBadName();
                var sidecar = new Sidecar(
                        name,
                        givenPassword.orElseGet(SidecarBootstrap::randomPassword),
                        givenPassword.isEmpty(),
                        bootstrap.catalog.hasLanguage(PanaRole.SIDECAR.name()));
                bootstrap.create(sidecar, auth);
                connection.commit();
                return sidecar;
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failure.of("The sidecar cannot be made (run this as the role that ran bin/migrate roles)", e);
        }
    }

    private void refuseBadName() throws SQLException {
        if (!NAME.matcher(name).matches()) {
            throw bad("two to thirty lower-case letters, digits and underscores, a letter first");
        }
        if (RESERVED.contains(name) || name.startsWith("pg_") || catalog.isKeyword(name)) {
            throw bad("this word is reserved");
        }
        if (catalog.schemaExists(name)) {
            throw bad("a schema of that name exists");
        }
        if (catalog.roleExists(name)) {
            throw bad("a role has that name, and PostgreSQL looks for its tables in the schema of the same name first");
        }
        if (catalog.roleExists("sidecar_" + name)) {
            throw bad("the role sidecar_%s exists".formatted(name));
        }
        if (!catalog.roleExists(PanaRole.SIDECAR.name())) {
            throw new SchemaProblem("There is no role sidecar yet; run bin/migrate roles first.");
        }
    }

    private void create(Sidecar sidecar, boolean auth) throws SQLException {
        var role = sidecar.role();
        catalog.execute("CREATE ROLE %s LOGIN CONNECTION LIMIT %d".formatted(role, Sidecar.CONNECTIONS));
        catalog.setPassword(role, sidecar.password());
        catalog.execute("ALTER ROLE %s SET search_path = %s, public".formatted(role, name));
        catalog.execute("ALTER ROLE %s SET statement_timeout = '30s'".formatted(role));
        catalog.execute("ALTER ROLE %s SET lock_timeout = '5s'".formatted(role));
        catalog.execute("ALTER ROLE %s SET idle_in_transaction_session_timeout = '60s'".formatted(role));
        catalog.execute("GRANT sidecar TO %s WITH INHERIT TRUE, SET FALSE".formatted(role));
        if (auth) {
            catalog.execute("GRANT sidecar_auth TO %s WITH INHERIT TRUE, SET FALSE".formatted(role));
        }
        // Only a member may end another role's sessions.
        catalog.execute("GRANT %s TO pana_watchdog WITH INHERIT TRUE, SET FALSE".formatted(role));
        catalog.asMemberOf(role, () -> catalog.execute("CREATE SCHEMA %s AUTHORIZATION %s".formatted(name, role)));
    }

    private SchemaProblem bad(String why) {
        return new SchemaProblem("'%s' cannot name a sidecar: %s.".formatted(name, why));
    }

    private static String randomPassword() {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
