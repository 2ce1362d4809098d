package club.panamia.liquibase;

import club.panamia.liquibase.roles.PanaRole;
import club.panamia.liquibase.roles.RolesBootstrap;
import club.panamia.liquibase.session.Connections;
import club.panamia.liquibase.session.Failure;
import club.panamia.liquibase.session.SchemaProblem;
import club.panamia.schema.PostgresUrl;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Everything an empty database needs, in one call: roles, migrations, grants. */
public final class SchemaInstaller {

    private SchemaInstaller() {}

    /**
     * Installs the whole schema and returns the names of the migrations it applied. Safe to repeat.
     *
     * @param admin the database, as a role that may create roles and owns it
     * @param passwordOfRole the password for each login role ({@code pana_migrator}, {@code pana_auth} …)
     * @throws SchemaProblem one line that says what is wrong
     */
    public static List<String> install(PostgresUrl admin, UnaryOperator<String> passwordOfRole) {
        try (var connection = Connections.open(admin)) {
            RolesBootstrap.run(connection, role -> Optional.of(passwordOfRole.apply(role)));
        } catch (SQLException e) {
            throw Failure.of("The connection did not close", e);
        }
        var migrator = PanaRole.MIGRATOR.name();
        try (var connection = Connections.open(admin.withUser(migrator, passwordOfRole.apply(migrator)))) {
            return Schema.over(connection).up();
        } catch (SQLException e) {
            throw Failure.of("The connection did not close", e);
        }
    }
}
