package club.panamia.liquibase.roles;

import club.panamia.schema.PostgresUrl;

/**
 * A sidecar app's place in the database: a login role and a schema of its own.
 *
 * @param mayWriteFunctions whether this host leaves the languages open to everybody ({@link RolesBootstrap})
 */
public record Sidecar(String name, String password, boolean passwordIsNew, boolean mayWriteFunctions) {

    /** What may be open at once, in PostgreSQL and hence in the pooler. */
    static final int CONNECTIONS = 10;

    private static final String WARNING = """

            WARNING: on this server every role may write functions, and a foreign key to users lets such a function run as
            the schema's owner. Give this only to an app that you trust as ourselves, or let a superuser run bin/migrate roles.
            """;

    public String role() {
        return "sidecar_" + name;
    }

    /** What the operator has to carry on: the app's address and the pooler's lines. A given password is not repeated. */
    public String instructions(PostgresUrl server) {
        return """
                Sidecar %1$s: role %2$s, schema %1$s.

                The app's setting, through the pooler (replace host and port by the pooler's):
                  POSTGRES_URL=%3$s

                pgbouncer.ini, if it lists databases and users one by one:
                  [databases]
                  %4$s = host=%5$s port=%6$d dbname=%4$s
                  [users]
                  %2$s = pool_mode=transaction max_user_connections=%7$d

                userlist.txt:
                  "%2$s" "%8$s"
                %9$s""".formatted(
                        name,
                        role(),
                        server.withUser(role(), shownPassword()).text(),
                        server.database(),
                        server.host(),
                        server.port(),
                        CONNECTIONS,
                        shownPassword(),
                        mayWriteFunctions ? WARNING : "");
    }

    private String shownPassword() {
        return passwordIsNew ? password : "PANA_SIDECAR_PASSWORD";
    }
}
