package club.panamia.liquibase.roles;

import club.panamia.liquibase.session.AdvisoryLock;
import club.panamia.liquibase.session.Failure;
import club.panamia.liquibase.session.SchemaProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What must exist before the first migration: the roles, who may become whom, and the rights on the database that only its
 * owner can give. Needs a role with CREATEROLE that owns the database, not a superuser. Run again, it changes only
 * passwords that differ.
 */
public final class RolesBootstrap {

    private final Connection connection;
    private final Catalog catalog;
    private final RolePasswords passwords;
    private final List<String> changes = new ArrayList<>();

    private RolesBootstrap(Connection connection, RolePasswords passwords) {
        this.connection = connection;
        this.catalog = new Catalog(connection);
        this.passwords = passwords;
    }

    /** Returns one line for each thing that it changed, none on a database that was ready. */
    public static List<String> run(Connection connection, RolePasswords passwords) {
        try {
            catalogNewEnough(connection);
            connection.setAutoCommit(false);
            try {
                var bootstrap = new RolesBootstrap(connection, passwords);
                bootstrap.run();
                connection.commit();
                return List.copyOf(bootstrap.changes);
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw Failure.of("The roles cannot be made (this needs CREATEROLE and the ownership of the database)", e);
        }
    }

    private void run() throws SQLException {
        AdvisoryLock.ROLES.holdUntilCommit(connection);
        for (var role : PanaRole.ALL) {
            create(role);
        }
        // SET without INHERIT: the migrator is powerless until it says whom it acts as.
        member(PanaRole.MIGRATOR, PanaRole.OWNER, "INHERIT FALSE, SET TRUE");
        // The owner hands a function over to it, and grants rights on it afterwards.
        member(PanaRole.OWNER, PanaRole.WATCHDOG, "INHERIT TRUE, SET TRUE");
        for (var service : PanaRole.SERVICES) {
            member(service, PanaRole.SERVICE, "INHERIT TRUE, SET FALSE");
        }
        rightsOnDatabase();
        rightsOnPublic();
        rightsOnLanguages();
        ownerSchema();
    }

    private static void catalogNewEnough(Connection connection) throws SQLException {
        if (connection.getMetaData().getDatabaseMajorVersion() < 16) {
            throw new SchemaProblem("PostgreSQL 16 or newer is needed, this is %s."
                    .formatted(connection.getMetaData().getDatabaseProductVersion()));
        }
    }

    private void create(PanaRole role) throws SQLException {
        var exists = catalog.roleExists(role.name());
        if (!exists) {
            catalog.execute("CREATE ROLE " + role.name() + (role.login() ? " LOGIN" : " NOLOGIN"));
            changes.add("role " + role.name());
        }
        if (!role.login()) {
            return;
        }
        var password = passwords.of(role.name());
        // Without a password the eraser has no way in, and nobody is erased: right where that job does not run yet.
        if (password.isEmpty() && !exists && role != PanaRole.ERASER) {
            throw new SchemaProblem("No password for the new role %s: set %s, or %s_FILE to a file that holds it."
                    .formatted(role.name(), RolePasswords.setting(role.name()), RolePasswords.setting(role.name())));
        }
        if (password.isPresent() && !(exists && catalog.hasPassword(role.name(), password.get()))) {
            catalog.setPassword(role.name(), password.get());
            if (exists) {
                changes.add("password of " + role.name());
            }
        }
    }

    private void member(PanaRole who, PanaRole group, String options) throws SQLException {
        if (!catalog.isMember(who.name(), group.name())) {
            catalog.execute("GRANT %s TO %s WITH %s".formatted(group.name(), who.name(), options));
            changes.add("%s is a member of %s".formatted(who.name(), group.name()));
        }
    }

    private void rightsOnDatabase() throws SQLException {
        var database = catalog.database();
        catalog.execute("REVOKE ALL ON DATABASE %s FROM PUBLIC".formatted(database));
        catalog.execute("GRANT CREATE ON DATABASE %s TO %s".formatted(database, PanaRole.OWNER.name()));
        // Sidecars connect by right of their group.
        catalog.execute("GRANT CONNECT ON DATABASE %s TO %s, %s, sidecar, %s"
                .formatted(database, PanaRole.MIGRATOR.name(), PanaRole.ERASER.name(), services()));
    }

    private void rightsOnPublic() throws SQLException {
        catalog.execute("REVOKE ALL ON SCHEMA public FROM PUBLIC");
        catalog.execute("GRANT USAGE, CREATE ON SCHEMA public TO " + PanaRole.OWNER.name());
        catalog.execute(
                "GRANT USAGE ON SCHEMA public TO pana_eraser, pana_watchdog, sidecar, sidecar_auth, " + services());
    }

    /**
     * Sidecars bring tables, not code: PostgreSQL checks a foreign key as the owner of the table it points to, and runs the
     * cast of a type that the sidecar made for its column, so a sidecar's function would run as our owner. A host may keep the
     * languages to itself; there, only apps that are trusted as ourselves may become sidecars.
     */
    private void rightsOnLanguages() throws SQLException {
        for (var language : catalog.ownLanguages()) {
            catalog.execute("REVOKE USAGE ON LANGUAGE %s FROM PUBLIC".formatted(language));
            catalog.execute("GRANT USAGE ON LANGUAGE %s TO %s, %s"
                    .formatted(language, PanaRole.OWNER.name(), PanaRole.MIGRATOR.name()));
        }
    }

    private void ownerSchema() throws SQLException {
        catalog.actingAs(PanaRole.OWNER.name(), () -> {
            if (!catalog.schemaExists("internal")) {
                catalog.execute("CREATE SCHEMA internal");
                changes.add("schema internal");
            }
            // A new function is nobody's until grants.sql says whose; by default it would be everybody's.
            catalog.execute("ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC");
        });
    }

    private static String services() {
        return String.join(", ", PanaRole.SERVICES.stream().map(PanaRole::name).toList());
    }
}
