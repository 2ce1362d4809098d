package club.panamia.liquibase;

import club.panamia.schema.PostgresUrl;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import liquibase.resource.ClassLoaderResourceAccessor;
import liquibase.resource.ResourceAccessor;

/** Each call as a run of its own, on a new connection as pana_migrator. */
record TestSchema(PostgresUrl database, ResourceAccessor files) {

    static TestSchema ofClassPath(PostgresUrl database) {
        return new TestSchema(database, new ClassLoaderResourceAccessor());
    }

    List<String> up() {
        return run(Schema::up);
    }

    SchemaStatus status() {
        return run(Schema::status);
    }

    List<String> rollback(int count, boolean acceptLoss) {
        return run(schema -> schema.rollback(count, acceptLoss));
    }

    void validate() {
        run(schema -> {
            schema.validate();
            return schema;
        });
    }

    <T> T run(Function<Schema, T> work) {
        try (var connection = TestServer.connect(database.withUser("pana_migrator", "secret"))) {
            return work.apply(Schema.over(connection, files));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
