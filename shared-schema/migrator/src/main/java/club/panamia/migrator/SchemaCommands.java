package club.panamia.migrator;

import static java.time.temporal.ChronoUnit.SECONDS;

import club.panamia.liquibase.Schema;
import club.panamia.liquibase.session.Failure;
import io.quarkus.liquibase.LiquibaseFactory;
import jakarta.inject.Singleton;
import java.util.function.Consumer;

/** The commands that move the numbered history or look at it. */
@Singleton
class SchemaCommands {

    private final LiquibaseFactory factory;

    SchemaCommands(LiquibaseFactory factory) {
        this.factory = factory;
    }

    void up() {
        over(schema -> {
            var applied = schema.up(id -> System.out.println("applied " + id));
            var status = schema.status();
            if (status.isAhead()) {
                System.out.println("The database is ahead of this build (it has %s); nothing was done."
                        .formatted(String.join(", ", status.newer())));
            } else {
                System.out.println("%s; the schema is at %s."
                        .formatted(
                                applied.isEmpty() ? "Nothing was pending" : applied.size() + " applied",
                                status.newest()));
            }
        });
    }

    void status() {
        over(schema -> {
            var status = schema.status();
            status.applied()
                    .forEach(each -> System.out.println(
                            "applied  %s  %s".formatted(each.at().truncatedTo(SECONDS), each.id())));
            status.pending().forEach(id -> System.out.println("pending  " + id));
            status.newer().forEach(id -> System.out.println("unknown to this build  " + id));
        });
    }

    void validate() {
        over(schema -> {
            schema.validate();
            System.out.println("The applied history matches the files.");
        });
    }

    void rollback(int count, boolean acceptLoss) {
        over(schema -> schema.rollback(count, acceptLoss).forEach(id -> System.out.println("rolled back " + id)));
    }

    private void over(Consumer<Schema> work) {
        try (var liquibase = factory.createLiquibase()) {
            work.accept(Schema.over(liquibase));
        } catch (Exception e) {
            throw Failure.of("The database of POSTGRES_DIRECT_URL cannot be used", e);
        }
    }
}
