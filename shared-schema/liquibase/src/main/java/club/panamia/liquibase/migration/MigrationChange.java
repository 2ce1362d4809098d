package club.panamia.liquibase.migration;

import liquibase.change.AbstractChange;
import liquibase.change.ChangeMetaData;
import liquibase.change.CheckSum;
import liquibase.change.DatabaseChange;
import liquibase.database.Database;
import liquibase.statement.SqlStatement;
import liquibase.statement.core.RawParameterizedSqlStatement;

/** A migration's content as Liquibase sees it: what it checks against the sum of an applied file. */
@DatabaseChange(name = "migration", description = "One numbered SQL file", priority = ChangeMetaData.PRIORITY_DEFAULT)
public final class MigrationChange extends AbstractChange {

    private final Migration migration;

    MigrationChange(Migration migration) {
        this.migration = migration;
    }

    /** The whole file: an edited comment, header or rollback is an edited migration. */
    @Override
    public CheckSum generateCheckSum() {
        return CheckSum.compute(migration.text());
    }

    @Override
    public SqlStatement[] generateStatements(Database database) {
        return migration.forward().statements().stream()
                .map(statement -> new RawParameterizedSqlStatement(statement.sql()))
                .toArray(SqlStatement[]::new);
    }

    @Override
    public String getConfirmationMessage() {
        return migration.file() + " applied";
    }
}
