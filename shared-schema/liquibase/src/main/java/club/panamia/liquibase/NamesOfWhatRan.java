package club.panamia.liquibase;

import java.util.List;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/** Collects the migrations that this run applied, which may be fewer than were pending when two migrators meet. */
final class NamesOfWhatRan extends AbstractChangeExecListener {

    private final List<String> names;

    NamesOfWhatRan(List<String> names) {
        this.names = names;
    }

    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.ExecType execType) {
        names.add(changeSet.getId());
    }
}
