package club.panamia.migrator;

import club.panamia.liquibase.roles.RolePasswords;
import club.panamia.liquibase.roles.RolesBootstrap;
import club.panamia.liquibase.roles.SidecarBootstrap;
import club.panamia.liquibase.session.DirectUrl;
import club.panamia.liquibase.session.Failure;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The commands for whoever administers the database server. */
@Singleton
class RoleCommands {

    private final DataSource dataSource;
    private final Map<String, String> environment = System.getenv();

    RoleCommands(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    void roles() {
        try (var connection = dataSource.getConnection()) {
            var changes = RolesBootstrap.run(connection, RolePasswords.from(environment));
            changes.forEach(change -> System.out.println("made: " + change));
            System.out.println(changes.isEmpty() ? "Nothing had to be made." : "The roles are ready.");
        } catch (SQLException e) {
            throw Failure.of("The database of POSTGRES_DIRECT_URL cannot be used", e);
        }
    }

    void newSidecar(String name, boolean auth) {
        var given = Optional.ofNullable(environment.get("PANA_SIDECAR_PASSWORD"));
        try (var connection = dataSource.getConnection()) {
            var sidecar =
                    SidecarBootstrap.create(connection, name, auth, given.filter(password -> !password.isEmpty()));
            System.out.print(sidecar.instructions(DirectUrl.from(environment)));
        } catch (SQLException e) {
            throw Failure.of("The database of POSTGRES_DIRECT_URL cannot be used", e);
        }
    }
}
