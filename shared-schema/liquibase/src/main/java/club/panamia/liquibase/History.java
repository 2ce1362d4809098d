package club.panamia.liquibase;

import club.panamia.liquibase.SchemaStatus.Applied;
import club.panamia.liquibase.migration.MigrationChangeSet;
import club.panamia.liquibase.session.SchemaProblem;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import liquibase.ChecksumVersion;
import liquibase.changelog.DatabaseChangeLog;

/** What the database says was applied, held against the files of this build. */
record History(List<Applied> applied, List<MigrationChangeSet> files) {

    /** Reads the history, and refuses one that the files contradict. */
    static History of(Connection connection, DatabaseChangeLog log) throws SQLException {
        var files =
                log.getChangeSets().stream().map(MigrationChangeSet.class::cast).toList();
        var history = new History(applied(connection), files);
        history.refuseContradictions();
        return history;
    }

    boolean isAheadOfThisBuild() {
        return applied.size() > files.size();
    }

    List<String> pending() {
        return files.stream()
                .skip(applied.size())
                .map(MigrationChangeSet::getId)
                .toList();
    }

    List<String> newer() {
        return applied.stream().skip(files.size()).map(Applied::id).toList();
    }

    /** The last {@code count} applied migrations, newest first, if each may be taken back. */
    List<String> newest(int count, boolean acceptLoss) {
        if (count < 1 || count > applied.size()) {
            throw new SchemaProblem(
                    "Cannot roll back %d of the %d applied migrations.".formatted(count, applied.size()));
        }
        if (isAheadOfThisBuild()) {
            throw new SchemaProblem(
                    "The database has %s, which this build does not know; roll back with the build that does."
                            .formatted(applied.getLast().id()));
        }
        var chosen = files.subList(applied.size() - count, applied.size()).reversed();
        for (var file : chosen) {
            var migration = file.migration();
            switch (migration.reversible()) {
                case YES -> {}
                case NO ->
                    throw new SchemaProblem("%s says Reversible: No; undo it with a new migration (bin/new-migration)."
                            .formatted(migration.file()));
                case PARTIAL -> {
                    if (!acceptLoss) {
                        throw new SchemaProblem(
                                "%s says Reversible: Partial; its rollback loses data: repeat with --accept-loss if you mean it."
                                        .formatted(migration.file()));
                    }
                }
            }
        }
        return chosen.stream().map(MigrationChangeSet::getId).toList();
    }

    private void refuseContradictions() {
        for (var i = 0; i < Math.min(applied.size(), files.size()); i++) {
            var was = applied.get(i);
            var is = files.get(i);
            if (!was.id().equals(is.getId())) {
                throw new SchemaProblem(
                        "The database has %s where this build has %s.sql; applied migrations cannot be deleted, renamed or renumbered: restore the file (git log -- shared-schema/migrations/sql)."
                                .formatted(was.id(), is.getId()));
            }
            if (!was.checkSum()
                    .equals(is.generateCheckSum(ChecksumVersion.latest()).toString())) {
                throw new SchemaProblem(
                        "%s.sql was edited after it was applied; restore it (git log -- shared-schema/migrations/sql) and put the change into a new migration (bin/new-migration)."
                                .formatted(was.id()));
            }
        }
    }

    private static List<Applied> applied(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            try (var table = statement.executeQuery("SELECT to_regclass('internal.databasechangelog')")) {
                table.next();
                if (table.getString(1) == null) {
                    return List.of();
                }
            }
            try (var rows = statement.executeQuery("""
                    SELECT id, dateexecuted AT TIME ZONE current_setting('TimeZone') AS at, md5sum
                    FROM internal.databasechangelog ORDER BY orderexecuted""")) {
                var applied = new ArrayList<Applied>();
                while (rows.next()) {
                    var at = rows.getObject("at", OffsetDateTime.class).toInstant();
                    applied.add(new Applied(rows.getString("id"), at, rows.getString("md5sum")));
                }
                return List.copyOf(applied);
            }
        }
    }
}
