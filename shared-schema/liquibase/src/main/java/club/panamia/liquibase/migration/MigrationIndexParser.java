package club.panamia.liquibase.migration;

import club.panamia.liquibase.session.SchemaProblem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.exception.ChangeLogParseException;
import liquibase.parser.ChangeLogParser;
import liquibase.resource.ResourceAccessor;

/**
 * Lets Liquibase read {@code db/migrations.index}, one name per line in order, as its change log, and each file it names
 * as one change set.
 */
public final class MigrationIndexParser implements ChangeLogParser {

    /** Where Liquibase is told to begin. */
    public static final String INDEX = "db/migrations.index";

    private static final String FOLDER = "db/migrations/";

    @Override
    public int getPriority() {
        return PRIORITY_DATABASE;
    }

    @Override
    public boolean supports(String changeLogFile, ResourceAccessor files) {
        return changeLogFile.endsWith(INDEX);
    }

    @Override
    public DatabaseChangeLog parse(String index, ChangeLogParameters parameters, ResourceAccessor files)
            throws ChangeLogParseException {
        var log = new DatabaseChangeLog(index);
        log.setChangeLogParameters(parameters);
        try {
            for (var id : text(files, index).lines().map(String::strip).toList()) {
                if (!id.isEmpty()) {
                    var path = FOLDER + id + ".sql";
                    log.addChangeSet(new MigrationChangeSet(Migration.read(id, text(files, path)), path, log));
                }
            }
            return log;
        } catch (IOException | SchemaProblem e) {
            throw new ChangeLogParseException(e.getMessage(), e);
        }
    }

    public static String text(ResourceAccessor files, String path) throws IOException {
        try (var in = files.getExisting(path).openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
