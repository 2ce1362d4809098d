package club.panamia.liquibase;

import java.time.Instant;
import java.util.List;

/**
 * Where a database stands.
 *
 * @param newer applied migrations that this build does not know, because the database is ahead of it
 */
public record SchemaStatus(List<Applied> applied, List<String> pending, List<String> newer) {

    /** A migration that the database has. */
    public record Applied(String id, Instant at, String checkSum) {}

    public boolean isAhead() {
        return !newer.isEmpty();
    }

    /** The newest applied migration, or a word for none. */
    public String newest() {
        return applied.isEmpty() ? "nothing" : applied.getLast().id();
    }
}
