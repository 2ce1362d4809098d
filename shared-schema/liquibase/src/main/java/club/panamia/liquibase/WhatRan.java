package club.panamia.liquibase;

import java.util.function.Consumer;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.visitor.AbstractChangeExecListener;
import liquibase.database.Database;

/** Tells what this run applied, which may be less than was pending when two migrators meet. */
final class WhatRan extends AbstractChangeExecListener {

    private final Consumer<String> listener;

    WhatRan(Consumer<String> listener) {
        this.listener = listener;
    }

    @Override
    public void ran(ChangeSet changeSet, DatabaseChangeLog log, Database database, ChangeSet.ExecType execType) {
        listener.accept(changeSet.getId());
    }
}
