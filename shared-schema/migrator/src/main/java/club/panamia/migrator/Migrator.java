package club.panamia.migrator;

import club.panamia.liquibase.session.DirectUrl;
import club.panamia.liquibase.session.SchemaProblem;
import club.panamia.schema.PostgresUrl;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Runs one command against POSTGRES_DIRECT_URL and exits: 0 done, 1 refused or failed, 2 called wrongly. */
@QuarkusMain
public class Migrator implements QuarkusApplication {

    private final SchemaCommands schema;
    private final RoleCommands roles;
    private final ProgramCommands programs;

    Migrator(SchemaCommands schema, RoleCommands roles, ProgramCommands programs) {
        this.schema = schema;
        this.roles = roles;
        this.programs = programs;
    }

    public static void main(String... arguments) {
        try {
            Command.parse(arguments);
            configure(DirectUrl.from(System.getenv()));
        } catch (IllegalArgumentException problem) {
            System.err.println(problem.getMessage());
            System.exit(2);
        }
        Quarkus.run(Migrator.class, arguments);
    }

    /** Quarkus makes its data source from these. */
    private static void configure(PostgresUrl url) {
        System.setProperty("quarkus.datasource.jdbc.url", url.jdbc());
        System.setProperty("quarkus.datasource.username", url.user());
        System.setProperty("quarkus.datasource.password", url.password());
    }

    @Override
    public int run(String... arguments) {
        try {
            run(Command.parse(arguments));
            return 0;
        } catch (SchemaProblem problem) {
            System.err.println(problem.getMessage());
            return 1;
        }
    }

    private void run(Command command) {
        switch (command) {
            case Command.Up _ -> schema.up();
            case Command.Status _ -> schema.status();
            case Command.Validate _ -> schema.validate();
            case Command.Rollback(var count, var acceptLoss) -> schema.rollback(count, acceptLoss);
            case Command.Roles _ -> roles.roles();
            case Command.NewSidecar(var name, var auth) -> roles.newSidecar(name, auth);
            case Command.OAuthClient(var client) -> programs.run(client);
            case Command.RotateKeys(var leaked) -> programs.rotateKeys(leaked);
        }
    }
}
